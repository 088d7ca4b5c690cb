import { describe, expect, test } from 'vitest';
import type { LocalDate } from '#journey/local-time.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { chooseMoment } from './choose-moment.ts';
import type { OfferedDay } from './offered-times.ts';

const zone = 'Europe/Brussels';
const tuesday = epochMilliseconds(Date.UTC(2026, 10, 24, 9, 40));

function dayAt(startAt: typeof tuesday, date: string): OfferedDay {
  const time = { startAt, endAt: addMinutes(startAt, 15), seatIds: [] };
  return { date: date as LocalDate, count: 1, morning: [time], afternoon: [], evening: [], full: false };
}
const offered = [dayAt(tuesday, '2026-11-24'), dayAt(addMinutes(tuesday, 1440), '2026-11-25')];
const choose = (query: Parameters<typeof chooseMoment>[1]) => chooseMoment(offered, query, zone);

describe('the moment in an address', () => {
  test('is chosen, and its day with it', () => {
    expect(choose({ moment: '2026-11-25T10:40' })).toMatchObject({
      moment: addMinutes(tuesday, 1440),
      chosen: { date: '2026-11-25' },
      problem: undefined,
    });
  });

  test.each(['2026-11-25T10:41', '2026-11-24T25:00', 'tomorrow', ''])(
    'is gone when it is not free: %j',
    (moment) => {
      expect(choose({ moment })).toMatchObject({ moment: undefined, problem: 'gone' });
    },
  );

  test('may be missing, which is only told to who went on without', () => {
    expect(choose({})).toMatchObject({ moment: undefined, problem: undefined });
    expect(choose({ missing: '' })).toMatchObject({ problem: 'missing' });
  });

  test.each(['2026-11-31', '2026-11-26', 'x'])('is told not to be when the day is none: %j', (date) => {
    expect(choose({ date })).toMatchObject({ problem: 'unknownDate', chosen: { date: '2026-11-24' } });
  });
});
