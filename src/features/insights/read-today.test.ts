import { expect, test } from 'vitest';
import type { TeamDay } from '#db/running-day.ts';
import { describeDay } from './read-today.ts';

const minute = 60_000;
const nine = Date.UTC(2026, 10, 24, 8);
const at = (minutes: number) => nine + minutes * minute;
const midnight = at(15 * 60);

const person = (id: string, startMinute: number, arrivedMinute: number | null) => ({
  id,
  seatId: 'seat 1',
  startAt: at(startMinute),
  durationMinutes: 15,
  measured: [],
  arrivedAt: arrivedMinute === null ? null : at(arrivedMinute),
  hasWaitingRoom: true,
  toldStartAt: null,
  awaitsText: false,
});
const day = (coming: readonly ReturnType<typeof person>[], open: readonly string[] = ['seat 1']) =>
  ({
    coming,
    running: [],
    seatsInUse: open,
    seatsPaused: [],
    seatsClosed: [],
    clerkNames: [],
  }) as unknown as TeamDay;

test('who waits stands in the order of turns, with since when and until when, and without a name', () => {
  const { waiting, longestWaitMinutes } = describeDay(
    day([person('b', 0, -5), person('a', -15, -3)]),
    midnight,
    at(1),
  );
  expect(waiting).toEqual([
    { startAt: at(-15), since: at(-3), expectedAt: at(1) },
    { startAt: at(0), since: at(-5), expectedAt: at(16) },
  ]);
  expect(longestWaitMinutes).toBe(6);
});

test('the delay is the longest that the counter makes anybody wait, not what somebody came late', () => {
  expect(describeDay(day([person('a', -15, -15), person('b', 0, -5)]), midnight, at(1)).delayMinutes).toBe(
    16,
  );
  expect(describeDay(day([person('late', -15, 1)]), midnight, at(1)).delayMinutes).toBe(0);
  expect(describeDay(day([]), midnight, at(1)).delayMinutes).toBe(0);
});

test('where nobody works, nobody can say when; who comes next is still told', () => {
  const coming = [person('here', 0, -5), person('soon', 5, null), person('tomorrow', 15 * 60 + 5, null)];
  const told = describeDay(day(coming, []), midnight, at(1));
  expect(told.waiting).toEqual([{ startAt: at(0), since: at(-5), expectedAt: null }]);
  expect(told.next).toEqual([at(5)]);
});
