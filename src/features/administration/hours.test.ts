import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '#journey/local-time.ts';
import { parseClock, writeClock } from './clock-text.ts';
import { findOverlap, type Hours, hoursOn, openMinutes, planHours, type StoredHours } from './hours.ts';

const date = (text: string) => text as LocalDate;
const tuesday = date('2026-12-08');

const stretch = (overrides: Partial<StoredHours> = {}): StoredHours => ({
  id: 'old',
  weekday: 2,
  fromMinute: 540,
  untilMinute: 720,
  channel: 'video',
  locationId: null,
  seatIds: [],
  validFrom: null,
  validUntil: null,
  ...overrides,
});
const wanted = [
  { channel: 'video', locationId: null, seatIds: [], fromMinute: 600, untilMinute: 660 },
] as const;

/** What holds on a date after a plan was carried out. */
function heldAfter(old: StoredHours, plan: ReturnType<typeof planHours>, on: LocalDate): Hours[] {
  const rows = plan.remove.includes(old.id) ? plan.add : [old, ...plan.add];
  return hoursOn(rows, on, 2);
}

describe('a change of opening hours', () => {
  test('for one date leaves the weeks before and after it', () => {
    const old = stretch();
    const plan = planHours(old, { scope: { kind: 'only', date: tuesday }, weekday: 2, wanted });
    expect(heldAfter(old, plan, date('2026-12-01'))).toMatchObject([{ fromMinute: 540 }]);
    expect(heldAfter(old, plan, tuesday)).toMatchObject([{ fromMinute: 600, untilMinute: 660 }]);
    expect(heldAfter(old, plan, date('2026-12-15'))).toMatchObject([{ fromMinute: 540 }]);
  });

  test('from a date on leaves the weeks before it, and the end that the stretch had', () => {
    const old = stretch({ validUntil: date('2026-12-22') });
    const plan = planHours(old, { scope: { kind: 'from', date: tuesday }, weekday: 2, wanted });
    expect(heldAfter(old, plan, date('2026-12-01'))).toMatchObject([{ fromMinute: 540 }]);
    expect(heldAfter(old, plan, date('2026-12-22'))).toMatchObject([{ fromMinute: 600 }]);
    expect(heldAfter(old, plan, date('2026-12-29'))).toEqual([]);
  });

  test('of a stretch of one date can make it weekly', () => {
    const old = stretch({ validFrom: tuesday, validUntil: tuesday });
    const plan = planHours(old, { scope: { kind: 'from', date: tuesday }, weekday: 2, wanted });
    expect(plan.add).toMatchObject([{ validFrom: tuesday, validUntil: null }]);
  });

  test('in the usual week changes it as it is; with no channel it is gone', () => {
    const old = stretch({ validFrom: tuesday });
    const edit = { scope: { kind: 'asItIs' as const }, weekday: 2 as const };
    expect(planHours(old, { ...edit, wanted })).toMatchObject({
      remove: ['old'],
      add: [{ validFrom: tuesday, validUntil: null, fromMinute: 600 }],
    });
    expect(planHours(old, { ...edit, wanted: [] })).toEqual({ remove: ['old'], add: [] });
  });

  test('never leaves two stretches of a channel at once, whatever the dates', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((week) => {
      const at = new Date(Date.UTC(2026, 8, 1) + week * 7 * 86_400_000);
      return date(at.toISOString().slice(0, 10));
    });
    fc.assert(
      fc.property(day, day, day, fc.constantFrom('only', 'from'), (one, other, on, kind) => {
        const [validFrom, validUntil] = [one, other].sort() as [LocalDate, LocalDate];
        fc.pre(validFrom <= on && on <= validUntil);
        const plan = planHours(stretch({ validFrom, validUntil }), {
          scope: { kind: kind as 'only' | 'from', date: on },
          weekday: 2,
          wanted,
        });
        expect(findOverlap(plan.add)).toBeNull();
      }),
    );
  });
});

describe('an overlap', () => {
  const other = { ...stretch({ fromMinute: 700, untilMinute: 800 }), id: 'other' };
  test('is found within a channel, place, weekday and dates', () => {
    expect(findOverlap([stretch(), other])).toMatchObject({
      one: { fromMinute: 540 },
      other: { fromMinute: 700 },
    });
  });

  test.each([
    ['another channel', { channel: 'phone' as const }],
    ['another weekday', { weekday: 3 }],
    ['another building', { locationId: 'x' as never }],
    ['what only touches', { fromMinute: 720 }],
    ['dates that are over', { validUntil: date('2026-01-01'), validFrom: null }],
  ])('is not with %s', (_what, change) => {
    const first = stretch({ validFrom: tuesday });
    expect(findOverlap([first, { ...other, ...change }])).toBeNull();
  });
});

describe('a time of day', () => {
  test.each([
    ['9', 540],
    ['9.30', 570],
    ['09:30', 570],
    ['9u30', 570],
    ['9 h 30', 570],
    ['16.30 uur', 990],
    ['24.00', 1440],
    ['0.00', 0],
  ])('is read as people write it: %s', (text, minute) => {
    expect(parseClock(text)).toBe(minute);
  });

  test.each(['', '24.01', '9.60', 'half tien', '9.3', '-1', '9.30.00'])('is refused: %j', (text) => {
    expect(parseClock(text)).toBeNull();
  });

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => parseClock(writeClock(minute)) === minute),
    );
  });
});

test('the opening time of a day counts what is open twice at once only once', () => {
  expect(openMinutes([stretch(), stretch({ channel: 'phone', fromMinute: 660, untilMinute: 780 })])).toBe(
    240,
  );
});
