import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '#journey/local-time.ts';
import { holdsOn } from './fit.ts';
import {
  periodOn,
  planStaffing,
  type StaffingWish,
  type StoredStaffing,
  staffingPeriods,
} from './staffing.ts';

const date = (text: string) => text as LocalDate;
const morning = { fromMinute: 540, untilMinute: 720 };
const monday = { weekday: 1, ...morning };
const tuesday = { weekday: 2, ...morning };

/** What is stored once a wish was planned and written. */
function write(stored: readonly StoredStaffing[], wish: StaffingWish): readonly StoredStaffing[] {
  const plan = planStaffing(stored, wish);
  if (plan === null) throw new Error('Nothing would be left.');
  const rest = stored.filter(({ id }) => !plan.remove.includes(id));
  return [...rest, ...plan.add].map((stretch, index) => ({ ...stretch, id: String(index) }));
}

describe('a seat without staffing', () => {
  test('is staffed always, in one period without bounds', () => {
    expect(staffingPeriods([])).toEqual([{ from: null, until: null, week: [], isAlways: true }]);
  });

  test('is staffed always before and after a period with hours of its own', () => {
    const stored = write([], { from: date('2027-07-01'), until: date('2027-08-31'), week: [monday] });
    expect(staffingPeriods(stored)).toMatchObject([
      { from: null, until: '2027-06-30', isAlways: true },
      { from: '2027-07-01', until: '2027-08-31', week: [monday], isAlways: false },
      { from: '2027-09-01', until: null, isAlways: true },
    ]);
  });

  test('can be empty for a while', () => {
    const stored = write([], { from: date('2027-07-01'), until: date('2027-07-31'), week: [] });
    expect(staffingPeriods(stored)).toMatchObject([
      { isAlways: true },
      { from: '2027-07-01', until: '2027-07-31', week: [], isAlways: false },
      { isAlways: true },
    ]);
  });
});

describe('another week for a period', () => {
  const usual = write([], { from: date('2027-01-01'), until: null, week: [monday] });

  test('from a date without end leaves what held before', () => {
    const stored = write(usual, { from: date('2027-05-01'), until: null, week: [tuesday] });
    expect(staffingPeriods(stored)).toMatchObject([
      { isAlways: true },
      { from: '2027-01-01', until: '2027-04-30', week: [monday] },
      { from: '2027-05-01', until: null, week: [tuesday] },
    ]);
  });

  test('takes the place of all periods that lie in it', () => {
    const summer = write(usual, { from: date('2027-07-01'), until: date('2027-07-31'), week: [tuesday] });
    const stored = write(summer, { from: date('2027-06-15'), until: null, week: null });
    expect(staffingPeriods(stored)).toMatchObject([
      { isAlways: true },
      { from: '2027-01-01', until: '2027-06-14', week: [monday] },
      { from: '2027-06-15', until: null, isAlways: true },
    ]);
  });

  test('that is the same as its neighbours is no period of its own', () => {
    const stored = write(usual, { from: date('2027-07-01'), until: date('2027-07-31'), week: [monday] });
    expect(staffingPeriods(stored).map(({ from }) => from)).toEqual([null, '2027-01-01']);
  });

  test('is refused when no staffing at all would be left: that would mean always', () => {
    const only: StoredStaffing[] = [{ ...monday, id: '1', validFrom: date('2027-01-01'), validUntil: null }];
    expect(planStaffing(only, { from: date('2027-01-01'), until: null, week: [] })).toBeNull();
    expect(planStaffing(only, { from: date('2027-02-01'), until: null, week: [] })).not.toBeNull();
  });

  test('holds on its dates and on no other, whatever stood there', () => {
    const start = date('2027-03-01');
    const wishes = fc.array(
      fc.record({
        first: fc.nat(60),
        days: fc.option(fc.nat(30)),
        week: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }))),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(wishes, (asked) => {
        let stored: readonly StoredStaffing[] = [];
        const expected = new Map<LocalDate, string>();
        const dates = Array.from({ length: 120 }, (_, index) => addDays(start, index));
        for (const { first, days, week } of asked) {
          const from = addDays(start, first);
          const until = days === null ? null : addDays(from, days);
          const wanted = week?.sort().map((weekday) => ({ weekday, ...morning })) ?? null;
          const wish = { from, until, week: wanted };
          if (planStaffing(stored, wish) === null) continue;
          stored = write(stored, wish);
          for (const each of dates)
            if (from <= each && (until === null || each <= until))
              expected.set(each, wanted === null ? 'always' : JSON.stringify(wanted));
        }
        const periods = staffingPeriods(stored);
        for (const each of dates) {
          const { week, isAlways } = periodOn(periods, each);
          expect(isAlways ? 'always' : JSON.stringify(week)).toBe(expected.get(each) ?? 'always');
          const holding = stored.filter((stretch) => holdsOn(stretch, each));
          expect(new Set(holding.map(({ weekday }) => weekday)).size).toBe(holding.length);
        }
      }),
    );
  });
});
