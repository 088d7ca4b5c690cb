import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayMinutesOf, expectTimes, type Queued } from './expected-times.ts';

const minute = 60_000;
const nineOClock = Date.UTC(2026, 10, 24, 8);
const at = (minutes: number) => nineOClock + minutes * minute;
const queued = (id: string, startMinute: number, durationMinutes = 15): Queued => ({
  id,
  startAt: at(startMinute),
  durationMinutes,
});
const expectAt = (...input: Parameters<typeof expectTimes>) =>
  Object.fromEntries(
    [...expectTimes(...input)].map(([id, time]) => [id, time === null ? null : (time - nineOClock) / minute]),
  );

describe('the expected time', () => {
  it('is the agreed time when a clerk is free, also for who comes early', () => {
    expect(expectAt([queued('sofie', 10)], [], 1, at(0))).toEqual({ sofie: 10 });
  });

  it('is now when the agreed time is past and a clerk is free', () => {
    expect(expectAt([queued('sofie', 10)], [], 1, at(12))).toEqual({ sofie: 12 });
  });

  it('is the end of the conversation before it, when the only clerk is busy', () => {
    const running = [{ admittedAt: at(0), durationMinutes: 20 }];
    expect(expectAt([queued('sofie', 10)], running, 1, at(5))).toEqual({ sofie: 20 });
  });

  it('moves on with a conversation that takes longer than planned', () => {
    const running = [{ admittedAt: at(0), durationMinutes: 10 }];
    expect(expectAt([queued('sofie', 10)], running, 1, at(14))).toEqual({ sofie: 16 });
  });

  it('counts who is before you, over all the seats in use', () => {
    const queue = [queued('a', 0), queued('b', 0), queued('c', 0), queued('d', 0)];
    expect(expectAt(queue, [], 2, at(0))).toEqual({ a: 0, b: 0, c: 15, d: 15 });
    const running = [{ admittedAt: at(-5), durationMinutes: 15 }];
    expect(expectAt(queue, running, 2, at(0))).toEqual({ a: 0, b: 10, c: 15, d: 25 });
  });

  it('is the agreed time while no seat is in use, but that time is still far', () => {
    expect(expectAt([queued('a', 20), queued('b', 50)], [], 0, at(0))).toEqual({ a: 20, b: 50 });
  });

  it('is unknown when no seat is in use and the agreed time is near or past', () => {
    expect(expectAt([queued('a', 6)], [], 0, at(0))).toEqual({ a: 6 });
    expect(expectAt([queued('a', 5)], [], 0, at(0))).toEqual({ a: null });
    expect(expectAt([queued('a', -20)], [], 0, at(0))).toEqual({ a: null });
  });

  it('is unknown too for who must wait for somebody else, when no seat is in use', () => {
    expect(expectAt([queued('a', 0), queued('b', 10), queued('c', 40)], [], 0, at(0))).toEqual({
      a: null,
      b: null,
      c: 40,
    });
  });

  it('is known from the conversation that goes on, also when its clerk left the seat', () => {
    const running = [{ admittedAt: at(0), durationMinutes: 20 }];
    expect(expectAt([queued('sofie', 0)], running, 0, at(5))).toEqual({ sofie: 20 });
  });

  it('is never before the agreed time nor in the past, and never earlier with fewer seats', () => {
    const people = fc.array(
      fc.record({
        startMinute: fc.integer({ min: -60, max: 60 }),
        duration: fc.integer({ min: 5, max: 60 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 5 }), (rows, seats) => {
        const queue = rows.map((row, index) => queued(String(index), row.startMinute, row.duration));
        const some = expectTimes(queue, [], seats, at(0));
        const more = expectTimes(queue, [], seats + 1, at(0));
        for (const { id, startAt } of queue) {
          expect(some.get(id)).toBeGreaterThanOrEqual(Math.max(startAt, at(0)));
          expect(more.get(id)).toBeLessThanOrEqual(some.get(id) as number);
        }
      }),
    );
  });
});

it('counts a delay in whole minutes', () => {
  expect(delayMinutesOf(at(10), at(10))).toBe(0);
  expect(delayMinutesOf(at(5), at(10))).toBe(0);
  expect(delayMinutesOf(at(10) + 59_999, at(10))).toBe(0);
  expect(delayMinutesOf(at(15) + 1, at(10))).toBe(5);
});
