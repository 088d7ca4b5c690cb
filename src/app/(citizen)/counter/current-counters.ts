import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import { channelsFor } from '#features/walk-in/channels-for.ts';
import type { CounterState } from '#features/walk-in/counter-state.ts';
import { readCounters, type WalkInCounter } from '#features/walk-in/counters.data.ts';
import { readCounterState } from '#features/walk-in/walk-in-tools.ts';
import { currentOrganisation } from '../../current-request.ts';
import { walkInTools } from '../../walk-in-tools.ts';

/** The open counters of this municipality. */
export const currentCounters = cache(async (): Promise<readonly WalkInCounter[]> => {
  const { id } = await currentOrganisation();
  return withOrganisation(id, (scope) => readCounters(scope));
});

/** Whether somebody can come about a service without appointment, at some time. */
export async function takesWalkIns({
  teamId,
  channels,
}: Pick<ServiceDetails, 'teamId' | 'channels'>): Promise<boolean> {
  return (await currentCounters()).some(
    (counter) => counter.teamId === teamId && channelsFor(counter, { channels }).length > 0,
  );
}

/** What who comes now about a service finds; null where there is no open counter. */
export async function currentCounterState(
  service: ServiceDetails,
): Promise<{ readonly counter: WalkInCounter; readonly state: CounterState } | null> {
  const { id, timeZone } = await currentOrganisation();
  const counter = (await currentCounters()).find(({ teamId }) => teamId === service.teamId);
  if (counter === undefined || channelsFor(counter, service).length === 0) return null;
  const state = await withOrganisation(id, (scope) =>
    readCounterState(walkInTools(), scope, counter, { service, timeZone }),
  );
  return { counter, state };
}
