import { addDays, type LocalDate, type Weekday, weekdayOf } from '#journey/local-time.ts';
import { hoursOn, type StoredHours, usualWeek } from './hours.ts';

/** A stretch in its place in a day's column: `lane` of `lanes` beside one another. */
export type PlacedHours = StoredHours & { readonly lane: number; readonly lanes: number };

export type WeekDay = {
  readonly weekday: Weekday;
  /** Null in the usual week. */
  readonly date: LocalDate | null;
  readonly hours: readonly PlacedHours[];
};

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const channelOrder = ['video', 'phone', 'chat', 'counter'];

/** The Monday of a date's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The days of a week, Monday first. @param monday null is the usual week */
export function daysOfWeek(hours: readonly StoredHours[], monday: LocalDate | null): readonly WeekDay[] {
  return weekdays.map((weekday) => {
    const date = monday === null ? null : addDays(monday, weekday - 1);
    const ofDay =
      date === null
        ? usualWeek(hours).filter((stretch) => stretch.weekday === weekday)
        : hoursOn(hours, date, weekday);
    return { weekday, date, hours: placeHours(ofDay) };
  });
}

/** Gives stretches that are open at the same time a lane each; those that touch no other take the whole column. */
export function placeHours(hours: readonly StoredHours[]): PlacedHours[] {
  const sorted = [...hours].sort(
    (a, b) =>
      a.fromMinute - b.fromMinute || channelOrder.indexOf(a.channel) - channelOrder.indexOf(b.channel),
  );
  const placed: PlacedHours[] = [];
  for (const cluster of clustersOf(sorted)) {
    const ends: number[] = [];
    const lanes = cluster.map(({ fromMinute, untilMinute }) => {
      const free = ends.findIndex((end) => end <= fromMinute);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = untilMinute;
      return lane;
    });
    placed.push(
      ...cluster.map((stretch, index) => ({ ...stretch, lane: lanes[index] as number, lanes: ends.length })),
    );
  }
  return placed;
}

/** Groups of stretches, in order of start, that hang together by overlapping. */
function clustersOf(sorted: readonly StoredHours[]): StoredHours[][] {
  const clusters: StoredHours[][] = [];
  let reached = -1;
  for (const stretch of sorted) {
    if (stretch.fromMinute >= reached) clusters.push([]);
    clusters.at(-1)?.push(stretch);
    reached = Math.max(reached, stretch.untilMinute);
  }
  return clusters;
}

/** The hours that the picture shows, from the first to the last that matters; at least a working day and an evening. */
export function shownHours(days: readonly WeekDay[]): { readonly first: number; readonly last: number } {
  const all = days.flatMap(({ hours }) => hours);
  const first = Math.min(8 * 60, ...all.map(({ fromMinute }) => fromMinute));
  const last = Math.max(20 * 60, ...all.map(({ untilMinute }) => untilMinute));
  return { first: Math.floor(first / 60), last: Math.ceil(last / 60) };
}
