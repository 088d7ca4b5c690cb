import type { LocationId, SeatId, TeamId } from '#journey/ids.ts';
import { addDays, type LocalDate, localDateAt, type Weekday } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { writeClock } from './clock-text.ts';
import { listHours, writeHours } from './hours.data.ts';
import { findOverlap, type HoursEdit, type OpenChannel, openChannels, planHours } from './hours.ts';
import type { AdministrationTools, Change, Period, Refusal } from './make-change.ts';
import { areSeatsOf } from './seats.data.ts';

/** How far ahead the effect of a change of every week is counted. */
const weeksShown = 4;

export type HoursWish = {
  readonly teamId: TeamId;
  /** The stretch that is changed; null is a new one. */
  readonly hoursId: string | null;
  readonly weekday: Weekday;
  readonly scope: HoursEdit['scope'];
  /** None takes the stretch away. */
  readonly channels: readonly OpenChannel[];
  readonly locationId: LocationId | null;
  /** The only seats that are open then; none is all of the team's. */
  readonly seatIds: readonly SeatId[];
  readonly fromMinute: number;
  readonly untilMinute: number;
};

/** A change of a team's opening hours. */
export function changeHours(
  { clock, timeZone }: Pick<AdministrationTools, 'clock' | 'timeZone'>,
  wish: HoursWish,
): Change {
  const today = localDateAt(epochMilliseconds(clock.now()), timeZone);
  return {
    type: 'administration.hoursChanged',
    teamIds: [wish.teamId],
    counted: { teamId: wish.teamId, period: periodOf(wish.scope, today), weekday: wish.weekday },
    whenConstrained: { code: 'hoursOverlap', field: 'from' },
    apply: async (scope) => {
      if (!(await areSeatsOf(scope, wish.teamId, wish.seatIds))) return { refusal: { code: 'gone' } };
      const hours = await listHours(scope, wish.teamId);
      const old = hours.find(({ id }) => id === wish.hoursId) ?? null;
      if (wish.hoursId !== null && old === null) return { refusal: { code: 'gone' } };
      const plan = planHours(old, { scope: wish.scope, weekday: wish.weekday, wanted: stretchesOf(wish) });
      if (
        plan.add.some(
          ({ validFrom, validUntil }) => validFrom !== null && validUntil !== null && validFrom > validUntil,
        )
      )
        return { refusal: { code: 'gone' } };
      const refusal = refusalOf([...hours.filter(({ id }) => !plan.remove.includes(id)), ...plan.add]);
      if (refusal !== null) return { refusal };
      await writeHours(scope, wish.teamId, plan);
      return { ids: { team: wish.teamId } };
    },
  };
}

function stretchesOf({
  channels,
  locationId,
  seatIds,
  fromMinute,
  untilMinute,
}: HoursWish): HoursEdit['wanted'] {
  return openChannels
    .filter((channel) => channels.includes(channel))
    .map((channel) => ({
      channel,
      locationId: channel === 'counter' ? locationId : null,
      seatIds,
      fromMinute,
      untilMinute,
    }));
}

function refusalOf(hours: Parameters<typeof findOverlap>[0]): Refusal | null {
  const overlap = findOverlap(hours);
  if (overlap === null) return null;
  const { fromMinute, untilMinute } = overlap.one;
  return {
    code: 'hoursOverlap',
    field: 'from',
    at: `${writeClock(fromMinute)} – ${writeClock(untilMinute)}`,
  };
}

/** The dates in which free times are counted: the one date, or the weeks that come. */
function periodOf(scope: HoursEdit['scope'], today: LocalDate): Period {
  if (scope.kind === 'only') return { from: scope.date, until: scope.date };
  const from = scope.kind === 'from' && scope.date > today ? scope.date : today;
  return { from, until: addDays(from, weeksShown * 7 - 1) };
}
