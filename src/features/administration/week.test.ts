import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '#journey/local-time.ts';
import type { StoredHours } from './hours.ts';
import { daysOfWeek, mondayOf, placeHours, shownHours } from './week.ts';

const date = (text: string) => text as LocalDate;
function stretch(fromMinute: number, untilMinute: number, overrides: Partial<StoredHours> = {}): StoredHours {
  return {
    id: `${fromMinute}-${untilMinute}`,
    weekday: 2,
    fromMinute,
    untilMinute,
    channel: 'video',
    locationId: null,
    seatIds: [],
    validFrom: null,
    validUntil: null,
    ...overrides,
  };
}
const times = (hours: readonly StoredHours[]) => hours.map(({ id }) => id);

describe('a week', () => {
  const weekly = stretch(540, 720);
  const once = stretch(1020, 1170, { validFrom: date('2026-12-08'), validUntil: date('2026-12-08') });
  const later = stretch(780, 840, { validFrom: date('2026-12-15') });

  test('begins on Monday, also at the turn of the year', () => {
    expect(mondayOf(date('2027-01-03'))).toBe('2026-12-28');
    expect(mondayOf(date('2026-12-28'))).toBe('2026-12-28');
  });

  test('that is given has what holds on its dates', () => {
    const tuesdayOf = (monday: string) =>
      times(daysOfWeek([weekly, once, later], date(monday))[1]?.hours ?? []);
    expect(tuesdayOf('2026-11-30')).toEqual(['540-720']);
    expect(tuesdayOf('2026-12-07')).toEqual(['540-720', '1020-1170']);
    expect(tuesdayOf('2026-12-14')).toEqual(['540-720', '780-840']);
  });

  test('that is usual has what holds without end', () => {
    expect(times(daysOfWeek([weekly, once, later], null)[1]?.hours ?? [])).toEqual(['540-720', '780-840']);
  });

  test('is drawn from eight to eight, and further where it is open', () => {
    expect(shownHours(daysOfWeek([weekly], null))).toEqual({ first: 8, last: 20 });
    expect(shownHours(daysOfWeek([stretch(450, 1270)], null))).toEqual({ first: 7, last: 22 });
  });
});

describe('stretches in a column', () => {
  test('stand beside one another only where they are open at once', () => {
    const placed = placeHours([
      stretch(540, 720),
      stretch(540, 720, { channel: 'counter' }),
      stretch(780, 900),
    ]);
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test('never lie on one another', () => {
    const any = fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (list) => {
        const placed = placeHours(list.map(([from, length]) => stretch(from, from + length)));
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1)) {
            const atOnce = one.fromMinute < other.untilMinute && other.fromMinute < one.untilMinute;
            if (atOnce) expect([one.lanes, one.lane === other.lane]).toEqual([other.lanes, false]);
          }
        }
      }),
    );
  });
});
