import { expect, test } from 'vitest';
import type { SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import { type LocalDate, momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import { everyDay } from './arbitraries.ts';
import { countSeatTimes } from './count-seat-times.ts';
import { offeredDays } from './offered-times.ts';
import type { Schedule } from './schedule.ts';

const zone = 'Europe/Brussels';
const [friday, saturday, sunday] = ['2026-11-20', '2026-11-21', '2026-11-22'] as LocalDate[] as [
  LocalDate,
  LocalDate,
  LocalDate,
];
const now = momentOfWall(friday, 0, readZoneOffsets(zone, friday, sunday));

/** Open every day from 9 to 12, a time every 20 minutes: nine a day at each of three seats. */
function scheduleWith(staffingOfThird: Schedule['seats'][number]['staffing']): Schedule {
  return {
    serviceIds: ['service' as ServiceId],
    teamId: 'team' as TeamId,
    apart: false,
    offersChannel: true,
    capacity: null,
    wish: { audience: 'citizen', language: 'nl' },
    rules: {
      durationMinutes: 15,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 5,
      staffSharePercent: 0,
      stepMinutes: 20,
      minimumNoticeMinutes: 0,
      horizonDays: 7,
    },
    hours: { zone, weekly: everyDay(540, 720), closures: [] },
    seats: ['one', 'two', 'three'].map((id) => ({
      id: id as SeatId,
      locationId: null,
      languages: ['nl'],
      staffing: id === 'three' ? staffingOfThird : [],
      busy: [],
    })),
  };
}

const count = (schedule: Schedule) =>
  countSeatTimes(offeredDays(schedule, now), { from: friday, until: saturday });

test('hours that one of several seats loses are missed, although the others have the same times', () => {
  expect(count(scheduleWith([]))).toBe(2 * 3 * 9);
  expect(count(scheduleWith(everyDay(540, 600)))).toBe(2 * (2 * 9 + 3));
});
