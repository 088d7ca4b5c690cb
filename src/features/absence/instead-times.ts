import {
  type LocalDate,
  localDateAt,
  localDateWith,
  momentOfWall,
  readZoneOffsets,
  type ZoneOffset,
} from '#journey/local-time.ts';
import {
  addMinutes,
  type EpochMilliseconds,
  epochMilliseconds,
  type Interval,
  MINUTE_MILLISECONDS,
  sortByStart,
} from '#journey/time.ts';

/**
 * From now to the earliest other time: who is moved must read it or be called, and still be able to get ready, to come, or to say no.
 * Who keeps the time is told nothing, and needs none.
 */
export const noticeMinutes = 60;

/** Where and when it is decided. `timeZone` is an IANA name. */
export type DecidingPlace = { readonly now: EpochMilliseconds; readonly timeZone: string };

/** The times that an appointment could have instead, by how much they ask of the citizen. */
export type InsteadTimes<Time extends Interval> = {
  /** Later on its day, in order. */
  readonly sameDay: readonly Time[];
  /** Day by day after it; on each first what is nearest to the time of day that it had. */
  readonly nextDays: readonly (readonly Time[])[];
  /** Earlier on its day, the latest first: somebody has to agree to that, so that it is never proposed. */
  readonly earlier: readonly Time[];
};

/** Sorts free times by what they ask of whoever has the appointment. Those too soon to be told of, and those of days before it, are left out. */
export function insteadTimes<Time extends Interval>(
  own: Interval,
  free: readonly Time[],
  { now, timeZone }: DecidingPlace,
): InsteadTimes<Time> {
  const soonest = addMinutes(now, noticeMinutes);
  const inTime = sortByStart(free).filter(({ startAt }) => startAt >= soonest && startAt !== own.startAt);
  const ownDate = localDateAt(own.startAt, timeZone);
  const last = epochMilliseconds(Math.max(own.startAt, inTime.at(-1)?.startAt ?? own.startAt));
  const offsets = readZoneOffsets(timeZone, ownDate, localDateAt(last, timeZone));
  const minuteOfDay = (own.startAt - momentOfWall(ownDate, 0, offsets)) / MINUTE_MILLISECONDS;
  const byDate = Map.groupBy(inTime, ({ startAt }) => localDateWith(startAt, offsets));
  const ofDay = byDate.get(ownDate) ?? [];
  return {
    sameDay: ofDay.filter(({ startAt }) => startAt > own.startAt),
    earlier: ofDay.filter(({ startAt }) => startAt < own.startAt).reverse(),
    nextDays: [...byDate]
      .filter(([date]) => date > ownDate)
      .map(([date, times]) => nearestFirst(times, { date, minuteOfDay, offsets })),
  };
}

type TimeOfDay = {
  readonly date: LocalDate;
  readonly minuteOfDay: number;
  readonly offsets: readonly ZoneOffset[];
};

function nearestFirst<Time extends Interval>(
  times: readonly Time[],
  { date, minuteOfDay, offsets }: TimeOfDay,
): readonly Time[] {
  const wanted = momentOfWall(date, minuteOfDay, offsets);
  const away = ({ startAt }: Interval) => Math.abs(startAt - wanted);
  return [...times].sort((a, b) => away(a) - away(b) || a.startAt - b.startAt);
}

/** Of the own day as many of the next times, and as many of the rest of it. */
const mostNext = 3;
const mostRest = 3;
const mostDays = 4;
const mostOfADay = 3;
const mostEarlier = 2;

/** A few of them that reach over several days, in the order in which they are offered: what is earlier comes last. */
export function chooseFew<Time extends Interval>({
  sameDay,
  nextDays,
  earlier,
}: InsteadTimes<Time>): readonly Time[] {
  return [
    ...sameDay.slice(0, mostNext),
    ...spread(sameDay.slice(mostNext), mostRest),
    ...nextDays.slice(0, mostDays).flatMap((times) => sortByStart(times.slice(0, mostOfADay))),
    ...earlier.slice(0, mostEarlier),
  ];
}

/** So many of a list at even distances, the last one among them. */
function spread<Each>(all: readonly Each[], count: number): readonly Each[] {
  if (all.length <= count) return all;
  return Array.from(
    { length: count },
    (_, index) => all[Math.round(((index + 1) * all.length) / count) - 1] as Each,
  );
}
