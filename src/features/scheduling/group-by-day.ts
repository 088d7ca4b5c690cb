import {
  type LocalDate,
  localDateAt,
  localDateWith,
  momentOfWall,
  readZoneOffsets,
} from '#journey/local-time.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';

/** The parts of a day that citizens choose from, by their first minute: voormiddag, namiddag, avond. */
const NOON_MINUTE = 12 * 60;
const EVENING_MINUTE = 18 * 60;
const MIDNIGHT_MINUTE = 24 * 60;

/** The times that start on one local date, in order, by part of the day. */
export interface DayOfTimes<T extends Interval> {
  readonly date: LocalDate;
  /** How many there are in all. */
  readonly count: number;
  /** Voormiddag: before 12:00 on the wall. */
  readonly morning: readonly T[];
  /** Namiddag: from 12:00, before 18:00. */
  readonly afternoon: readonly T[];
  /** Avond: from 18:00. */
  readonly evening: readonly T[];
}

/**
 * Divides times over the local dates of a zone. Dates without a time are left out.
 * `times` must be in order of start, as `freeTimes` gives them.
 */
export function groupByDay<T extends Interval>(times: readonly T[], zone: string): DayOfTimes<T>[] {
  const days: DayOfTimes<T>[] = [];
  const last = times.at(-1);
  if (times[0] === undefined || last === undefined) return days;
  const offsets = readZoneOffsets(zone, localDateAt(times[0].startAt, zone), localDateAt(last.startAt, zone));
  for (let index = 0; index < times.length; ) {
    const date = localDateWith((times[index] as T).startAt, offsets);
    const takeUntil = (minuteOfDay: number): T[] => {
      const end: EpochMilliseconds = momentOfWall(date, minuteOfDay, offsets);
      const first = index;
      while (index < times.length && (times[index] as T).startAt < end) index += 1;
      return times.slice(first, index);
    };
    const [morning, afternoon, evening] = [NOON_MINUTE, EVENING_MINUTE, MIDNIGHT_MINUTE].map(takeUntil) as [
      T[],
      T[],
      T[],
    ];
    days.push({
      date,
      count: morning.length + afternoon.length + evening.length,
      morning,
      afternoon,
      evening,
    });
  }
  return days;
}
