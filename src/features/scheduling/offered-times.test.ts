import { describe, expect, test } from 'vitest';
import type { SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import { type LocalDate, momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import { addMinutes, type Interval } from '#journey/time.ts';
import { everyDay } from './arbitraries.ts';
import { answerTime, offeredDays } from './offered-times.ts';
import type { Schedule } from './schedule.ts';

const zone = 'Europe/Brussels';
const date = (text: string) => text as LocalDate;
const offsets = readZoneOffsets(zone, date('2026-11-01'), date('2026-12-31'));
const at = (day: string, hour: number, minute = 0) => momentOfWall(date(day), hour * 60 + minute, offsets);
const busy = (day: string, hour: number, minutes: number): Interval => {
  const startAt = at(day, hour);
  return { startAt, endAt: addMinutes(startAt, minutes) };
};

const [first, second] = ['seat-1', 'seat-2'] as SeatId[] as [SeatId, SeatId];
const friday = '2026-11-20';
const now = at(friday, 8);

/** Open on working days from 9 to 12, a time every 20 minutes, for two weeks. */
function scheduleWith(occupied: { readonly [seat: string]: readonly Interval[] }, days = 14): Schedule {
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
      minimumNoticeMinutes: 60,
      horizonDays: days,
    },
    hours: {
      zone,
      weekly: ([1, 2, 3, 4, 5] as const).map((weekday) => ({
        weekday,
        opensAtMinute: 540,
        closesAtMinute: 720,
      })),
      closures: [date('2026-11-25')],
    },
    seats: [first, second].map((id) => ({
      id,
      locationId: null,
      languages: ['nl'],
      staffing: [],
      busy: occupied[id] ?? [],
    })),
  };
}

const wholeDay = (day: string) => ({ [first]: [busy(day, 9, 180)], [second]: [busy(day, 8, 240)] });

describe('the days that are offered', () => {
  test('are those on which the team is open, up to the horizon', () => {
    expect(offeredDays(scheduleWith({}, 7), now).map(({ date, count }) => `${date} ${count}`)).toEqual([
      '2026-11-20 9',
      '2026-11-23 9',
      '2026-11-24 9',
      '2026-11-26 9',
      '2026-11-27 9',
    ]);
  });

  test('tell a full day from one on which the team is closed', () => {
    const days = offeredDays(scheduleWith(wholeDay('2026-11-24'), 7), now);
    expect(days.filter(({ full }) => full).map(({ date }) => date)).toEqual(['2026-11-24']);
  });

  test('begin with the first day that has a free time', () => {
    expect(offeredDays(scheduleWith(wholeDay(friday), 7), now)[0]?.date).toBe('2026-11-23');
  });

  test('are none when nothing is free, or when the service is not held on the channel', () => {
    expect(offeredDays(scheduleWith(wholeDay(friday), 0), now)).toEqual([]);
    expect(offeredDays({ ...scheduleWith({}), offersChannel: false }, now)).toEqual([]);
    const rules = { ...scheduleWith({}).rules, durationMinutes: 24 * 60 };
    const hours = { ...scheduleWith({}).hours, weekly: everyDay(0, 1440) };
    expect(offeredDays({ ...scheduleWith({}), hours, rules }, now)).toEqual([]);
  });
});

describe('the answer about a time', () => {
  test('names the end, the end of the occupation and the seat with the least on it that day', () => {
    const schedule = scheduleWith({ [first]: [busy(friday, 11, 20)] });
    expect(answerTime(schedule, at(friday, 9, 20), now)).toEqual({
      kind: 'free',
      endAt: at(friday, 9, 35),
      occupiedFromAt: at(friday, 9, 20),
      occupiedUntilAt: at(friday, 9, 40),
      seatId: second,
      locationId: null,
    });
  });

  test('is that it is taken when every seat has something, with the nearest free times', () => {
    const answer = answerTime(scheduleWith(wholeDay('2026-11-24')), at('2026-11-24', 9), now);
    expect(answer).toMatchObject({ kind: 'taken' });
    expect(answer.kind !== 'free' && answer.nearest.map(({ startAt }) => startAt)).toEqual([
      at('2026-11-23', 10),
      at('2026-11-23', 10, 20),
      at('2026-11-23', 10, 40),
      at('2026-11-23', 11),
      at('2026-11-23', 11, 20),
      at('2026-11-23', 11, 40),
    ]);
  });

  test.each([
    ['past', at(friday, 7)],
    ['too soon', at(friday, 8, 40)],
    ['between two times', at(friday, 9, 10)],
    ['outside the opening hours', at(friday, 13)],
    ['on a closed date', at('2026-11-25', 9)],
    ['beyond the horizon', at('2026-12-07', 9)],
  ])('is that it is not offered when it is %s', (_why, startAt) => {
    const answer = answerTime(scheduleWith({}), startAt, now);
    expect(answer.kind).toBe('notOffered');
    expect(answer.kind !== 'free' && answer.nearest).toHaveLength(6);
  });

  describe('of the appointment that gives up its own', () => {
    /** From ten past ten, of half an hour: times were offered otherwise when it was made. */
    const startAt = at(friday, 10, 10);
    const own = {
      startAt,
      endAt: addMinutes(startAt, 30),
      occupiedFromAt: addMinutes(startAt, -10),
      occupiedUntilAt: addMinutes(startAt, 40),
    };
    const withOwn = (schedule: Schedule): Schedule => ({ ...schedule, wish: { ...schedule.wish, own } });

    test('keeps its length and buffers, between two times that are offered', () => {
      expect(answerTime(withOwn(scheduleWith({})), startAt, now)).toEqual({
        kind: 'free',
        endAt: own.endAt,
        occupiedFromAt: own.occupiedFromAt,
        occupiedUntilAt: own.occupiedUntilAt,
        seatId: first,
        locationId: null,
      });
      const [day] = offeredDays(withOwn(scheduleWith({})), now);
      expect(day?.morning.map((time) => time.startAt)).toContain(startAt);
    });

    test('needs a seat for all of it', () => {
      const taken = {
        [first]: [busy(friday, 10, 5)],
        [second]: [{ startAt: at(friday, 10, 49), endAt: at(friday, 11) }],
      };
      expect(answerTime(withOwn(scheduleWith(taken)), startAt, now).kind).toBe('taken');
      const closes = { startAt: at(friday, 11, 50), endAt: at(friday, 12, 20) };
      const late = { ...closes, occupiedFromAt: closes.startAt, occupiedUntilAt: closes.endAt };
      const schedule = scheduleWith({});
      expect(answerTime({ ...schedule, wish: { ...schedule.wish, own: late } }, late.startAt, now).kind).toBe(
        'notOffered',
      );
    });

    test('changes no other time', () => {
      const others = (schedule: Schedule) =>
        offeredDays(schedule, now).flatMap(({ morning }) =>
          morning.filter((time) => time.startAt !== startAt),
        );
      expect(others(withOwn(scheduleWith({})))).toEqual(others(scheduleWith({})));
      expect(answerTime(withOwn(scheduleWith({})), at(friday, 9, 10), now).kind).toBe('notOffered');
    });
  });

  test('looks further when the days around have too little', () => {
    const full = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'];
    const occupied = {
      [first]: full.map((day) => busy(day, 9, 180)),
      [second]: full.map((day) => busy(day, 9, 180)),
    };
    const answer = answerTime(scheduleWith(occupied), at('2026-11-23', 9), now);
    expect(answer.kind !== 'free' && answer.nearest[0]?.startAt).toBe(at('2026-11-30', 9));
  });
});
