import { withOrganisation } from '#db/organisation-scope.ts';
import { listServicesOfTeams } from '#features/catalogue/catalogue.data.ts';
import type { CounterState } from '#features/walk-in/counter-state.ts';
import { currentOrganisation } from '../../current-request.ts';
import { currentService } from '../current-service.ts';
import { currentCounterState, currentCounters } from './current-counters.ts';

type Chat = {
  readonly state: CounterState;
  /** About what one writes who asks just a question; null where one chooses first. */
  readonly service: string | null;
};

/**
 * The chat as who writes now finds it; null where nobody writes. Of several counters the one that is open, or opens first. How long it takes
 * is told of a question, or else of what is asked most.
 */
export async function currentChat(): Promise<Chat | null> {
  const { id } = await currentOrganisation();
  const counters = (await currentCounters()).filter(({ channels }) => channels.includes('chat'));
  const found = await Promise.all(
    counters.map(async ({ teamId }) => {
      const services = await withOrganisation(id, (scope) => listServicesOfTeams(scope, [teamId]));
      const question = services.find(({ isQuestion }) => isQuestion);
      const slug = (question ?? services[0])?.slug;
      const service = slug === undefined ? null : await currentService(slug);
      const state = service && (await currentCounterState(service))?.state;
      return state ? [{ state, service: question?.slug ?? null }] : [];
    }),
  );
  const [first] = found.flat().toSorted((one, other) => comesAfter(one) - comesAfter(other));
  if (first === undefined) return null;
  return counters.length > 1 ? { ...first, service: null } : first;
}

/** Open comes first, then what opens first. */
function comesAfter({ state }: Chat): number {
  return state.kind === 'open' ? 0 : (state.opensAt ?? Number.POSITIVE_INFINITY);
}
