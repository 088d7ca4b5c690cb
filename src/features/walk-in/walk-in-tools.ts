import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readRunningDay } from '#db/running-day.ts';
import type { AppointmentReference, ServiceId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { addDays, type LocalDate, localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds, type Interval } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { type CounterState, lookAtCounter } from './counter-state.ts';
import { readMeasured, type WalkInCounter } from './counters.data.ts';

/** What the open counter needs of the world. */
export type WalkInTools = {
  readonly clock: Clock;
  readonly linkSecret: string;
  /** The moments at which hours hold on dates, both included. */
  readonly openingsOf: (
    hours: Pick<WalkInCounter, 'weekly' | 'closures'> & { readonly zone: string },
    from: LocalDate,
    until: LocalDate,
  ) => readonly Interval[];
  /** Two words by which somebody knows that it is the municipality. */
  readonly drawPhrase: (language: Language) => readonly [string, string];
  readonly drawReference: () => AppointmentReference;
};

/** So far ahead it is said when it opens. */
const daysAhead = 14;

/** What who comes now about a service finds at a counter. */
export async function readCounterState(
  { clock, openingsOf }: Pick<WalkInTools, 'clock' | 'openingsOf'>,
  scope: OrganisationScope,
  counter: WalkInCounter,
  about: {
    readonly service: { readonly id: ServiceId; readonly durationMinutes: number };
    readonly timeZone: string;
  },
): Promise<CounterState> {
  const { service, timeZone } = about;
  const now = clock.now();
  const today = localDateAt(epochMilliseconds(now), timeZone);
  return lookAtCounter({
    openings: openingsOf({ ...counter, zone: timeZone }, today, addDays(today, daysAhead)),
    mostWaiting: counter.mostWaiting,
    day: await readRunningDay(scope, counter.teamId, now),
    newcomer: {
      durationMinutes: service.durationMinutes,
      measured: await readMeasured(scope, service.id),
    },
    now,
  });
}
