import { parseLocalDate } from '#journey/local-time.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { chooseDay, type DayChoice } from './choose-day.ts';
import type { OfferedDay } from './offered-times.ts';
import { writeMoment } from './parse-moment.ts';

/** What an address says about the moment, as it came from outside. */
export type MomentQuery = {
  readonly from?: string;
  readonly date?: string;
  readonly moment?: string;
  /** Somebody went on without choosing. */
  readonly missing?: string;
};

export type MomentChoice = DayChoice & {
  readonly moment: EpochMilliseconds | undefined;
  /** What to tell before the times: nothing was chosen, what was chosen is not free, the day does not exist. */
  readonly problem: 'missing' | 'gone' | 'unknownDate' | undefined;
};

/** What to show of the offered days (at least one), and what of it is chosen. */
export function chooseMoment(
  offered: readonly OfferedDay[],
  query: MomentQuery,
  timeZone: string,
): MomentChoice {
  const asked = query.date ?? query.moment?.slice(0, 10);
  const date = asked === undefined ? undefined : (parseLocalDate(asked) ?? 'invalid');
  const choice = chooseDay(offered, parseLocalDate(query.from ?? ''), date);
  const moment =
    query.moment === undefined
      ? undefined
      : timesOf(choice.chosen).find(({ startAt }) => writeMoment(startAt, timeZone) === query.moment)
          ?.startAt;
  const gone = query.moment !== undefined && moment === undefined;
  const unknownDate = choice.missed ? 'unknownDate' : undefined;
  return {
    ...choice,
    moment,
    problem: query.missing !== undefined ? 'missing' : gone ? 'gone' : unknownDate,
  };
}

function timesOf(day: OfferedDay | undefined) {
  return day === undefined ? [] : [...day.morning, ...day.afternoon, ...day.evening];
}
