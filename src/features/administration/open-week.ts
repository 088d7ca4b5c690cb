import type { Channel } from '#journey/appointment-wish.ts';
import type { LocationId, SeatId } from '#journey/ids.ts';
import type { Weekday } from '#journey/local-time.ts';
import type { MinuteRange } from './clock-text.ts';
import { type Hours, usualWeek } from './hours.ts';
import type { StaffedDay } from './staffing.ts';

type OpenSeat = {
  readonly id: SeatId;
  readonly locationId: LocationId | null;
  readonly channels: readonly Channel[];
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The usual week in which a seat works that is staffed whenever its team is open: its channels' hours at its place, those that touch as one. */
export function openWeekOf(hours: readonly Hours[], seat: OpenSeat): readonly StaffedDay[] {
  const ofSeat = usualWeek(hours).filter(
    ({ channel, locationId, seatIds }) =>
      seat.channels.includes(channel) &&
      (locationId === null || locationId === seat.locationId) &&
      (seatIds.length === 0 || seatIds.includes(seat.id)),
  );
  return weekdays.flatMap((weekday) =>
    mergeRanges(ofSeat.filter((stretch) => stretch.weekday === weekday)).map((range) => ({
      ...range,
      weekday,
    })),
  );
}

function mergeRanges(ranges: readonly MinuteRange[]): MinuteRange[] {
  const merged: MinuteRange[] = [];
  for (const { fromMinute, untilMinute } of [...ranges].sort((a, b) => a.fromMinute - b.fromMinute)) {
    const last = merged.at(-1);
    if (last === undefined || fromMinute > last.untilMinute) merged.push({ fromMinute, untilMinute });
    else
      merged.splice(-1, 1, {
        fromMinute: last.fromMinute,
        untilMinute: Math.max(last.untilMinute, untilMinute),
      });
  }
  return merged;
}
