import { describe, expect, test } from 'vitest';
import type { LocationId, SeatId } from '#journey/ids.ts';
import type { LocalDate } from '#journey/local-time.ts';
import type { Hours } from './hours.ts';
import { openWeekOf } from './open-week.ts';

const townHall = 'town-hall' as LocationId;
const seat = { id: 'seat' as SeatId, locationId: townHall, channels: ['video', 'counter'] as const };
const nine: Hours = {
  weekday: 2,
  fromMinute: 540,
  untilMinute: 720,
  channel: 'video',
  locationId: null,
  seatIds: [],
  validFrom: null,
  validUntil: null,
};
const work = (...hours: Partial<Hours>[]) =>
  openWeekOf(
    hours.map((each) => ({ ...nine, ...each })),
    seat,
  ).map(({ weekday, fromMinute, untilMinute }) => [weekday, fromMinute, untilMinute]);

describe('a seat that is staffed whenever its team is open', () => {
  test('works in the hours of its channels, what overlaps or touches as one, day by day', () => {
    expect(
      work(
        { weekday: 3 },
        { fromMinute: 660, untilMinute: 780, channel: 'counter' },
        {},
        { fromMinute: 780, untilMinute: 840 },
        { fromMinute: 900, untilMinute: 960 },
      ),
    ).toEqual([
      [2, 540, 840],
      [2, 900, 960],
      [3, 540, 720],
    ]);
  });

  test.each<[string, Partial<Hours>]>([
    ['another channel', { channel: 'phone' }],
    ['another building', { channel: 'counter', locationId: 'library' as LocationId }],
    ['other seats', { seatIds: ['other' as SeatId] }],
    ['one date', { validFrom: '2026-12-08' as LocalDate, validUntil: '2026-12-08' as LocalDate }],
  ])('does not work in hours of %s', (_of, hours) => {
    expect(work(hours)).toEqual([]);
  });

  test('works in hours of its own building and in those that name it', () => {
    expect(work({ channel: 'counter', locationId: townHall })).toEqual([[2, 540, 720]]);
    expect(work({ seatIds: ['other' as SeatId, seat.id] })).toEqual([[2, 540, 720]]);
  });
});
