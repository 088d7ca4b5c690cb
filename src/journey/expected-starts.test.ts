import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Coming,
  delayMinutesOf,
  expectStarts,
  orderTurns,
  type Running,
  type RunningDay,
} from './expected-starts.ts';

const minute = 60_000;
const nineOClock = Date.UTC(2026, 10, 24, 8);
const at = (minutes: number) => nineOClock + minutes * minute;

/** Somebody at seat 1, in the waiting room unless told otherwise. */
const person = (id: string, startMinute: number, over: Partial<Coming> = {}): Coming => ({
  id,
  seatId: 'seat 1',
  startAt: at(startMinute),
  durationMinutes: 15,
  measured: [],
  arrivedAt: at(-60),
  hasWaitingRoom: true,
  ...over,
});
const absent = { arrivedAt: null };
const talk = (fromMinute: number, durationMinutes: number, seatId: string | null = 'seat 1'): Running => ({
  seatId,
  admittedAt: at(fromMinute),
  durationMinutes,
  measured: [],
});
const noRest = { seatsPaused: [], seatsClosed: [] };
const expectAt = (
  coming: readonly Coming[],
  running: readonly Running[],
  seatsInUse: readonly string[],
  now: number,
  resting: Partial<Pick<RunningDay, 'seatsPaused' | 'seatsClosed'>> = {},
) =>
  Object.fromEntries(
    [...expectStarts({ coming, running, seatsInUse, ...noRest, ...resting }, now)].map(([id, time]) => [
      id,
      time === null ? null : (time - nineOClock) / minute,
    ]),
  );

describe('the expected start', () => {
  it('is the agreed time when a clerk is free, also for who comes early or is not there yet', () => {
    expect(expectAt([person('sofie', 10)], [], ['seat 1'], at(0))).toEqual({ sofie: 10 });
    expect(expectAt([person('sofie', 10, absent)], [], ['seat 1'], at(0))).toEqual({ sofie: 10 });
  });

  it('is now when the agreed time is past and a clerk is free', () => {
    expect(expectAt([person('sofie', 10)], [], ['seat 1'], at(12))).toEqual({ sofie: 12 });
  });

  it('is the end of the conversation before it, when the only clerk is busy', () => {
    expect(expectAt([person('sofie', 10)], [talk(0, 20)], ['seat 1'], at(5))).toEqual({ sofie: 20 });
  });

  it('is unknown while the only clerk pauses, and after the conversation that the pause follows', () => {
    const paused = { seatsPaused: ['seat 1'] };
    expect(expectAt([person('sofie', 0)], [], [], at(2), paused)).toEqual({ sofie: null });
    expect(expectAt([person('sofie', 0)], [talk(-10, 15)], [], at(2), paused)).toEqual({ sofie: null });
    expect(expectAt([person('later', 60)], [], [], at(2), paused)).toEqual({ later: 60 });
  });

  it('counts on the clerks who are open when another pauses or closes', () => {
    const day = [person('sofie', 0), person('ahmed', 0)];
    expect(expectAt(day, [], ['seat 1', 'seat 2'], at(0))).toEqual({ ahmed: 0, sofie: 0 });
    expect(expectAt(day, [], ['seat 2'], at(0), { seatsPaused: ['seat 1'] })).toEqual({
      ahmed: 0,
      sofie: 15,
    });
    const talking = [talk(0, 10, 'seat 2'), talk(0, 30)];
    const expected = { ahmed: 10, sofie: 25 };
    expect(expectAt(day, talking, ['seat 2'], at(5), { seatsClosed: ['seat 1'] })).toEqual(expected);
  });

  it('falls to the others, or to nobody, at a seat that closed for the day', () => {
    const closed = { seatsClosed: ['seat 1'] };
    expect(expectAt([person('far', 60, absent)], [], [], at(0), closed)).toEqual({ far: null });
    const day = [person('near', 50, { seatId: 'seat 2' }), person('far', 60, absent)];
    expect(expectAt(day, [], ['seat 2'], at(0), closed)).toEqual({ near: 50, far: 65 });
  });

  it('moves on with a conversation that takes longer than planned, for everybody after it', () => {
    const day = [person('a', 10), person('b', 25, absent), person('c', 40, absent), person('d', 90, absent)];
    expect(expectAt(day, [talk(0, 10)], ['seat 1'], at(14))).toEqual({ a: 16, b: 31, c: 46, d: 90 });
    expect(expectAt(day, [talk(0, 10)], ['seat 1'], at(24))).toEqual({ a: 26, b: 41, c: 56, d: 90 });
  });

  it('counts who is before you, over all the seats in use', () => {
    const queue = ['a', 'b', 'c', 'd'].map((id) => person(id, 0));
    const seats = ['seat 1', 'seat 2'];
    expect(expectAt(queue, [], seats, at(0))).toEqual({ a: 0, b: 0, c: 15, d: 15 });
    expect(expectAt(queue, [talk(-5, 15)], seats, at(0))).toEqual({ a: 0, b: 10, c: 15, d: 25 });
  });

  it('is not put off by who should have been there and is not', () => {
    const day = [person('late', 0, absent), person('sofie', 10)];
    expect(expectAt(day, [], ['seat 1'], at(5))).toEqual({ late: null, sofie: 10 });
  });

  it('comes after a call at its own time, of which nobody says that it began', () => {
    const call = person('call', 0, { ...absent, hasWaitingRoom: false, durationMinutes: 20 });
    expect(expectAt([call, person('sofie', 15)], [], ['seat 1'], at(5))).toEqual({ call: null, sofie: 20 });
  });

  it('is the agreed time while nobody sits at the seat, but that time is still far', () => {
    expect(expectAt([person('a', 20), person('b', 50)], [], [], at(0))).toEqual({ a: 20, b: 50 });
    // The clerk of another seat, who runs late, says nothing about it.
    expect(expectAt([person('a', 20)], [talk(0, 60, 'seat 2')], ['seat 2'], at(0))).toEqual({ a: 20 });
  });

  it('is unknown when no seat is in use and the agreed time is near or past', () => {
    expect(expectAt([person('a', 6)], [], [], at(0))).toEqual({ a: 6 });
    expect(expectAt([person('a', 5)], [], [], at(0))).toEqual({ a: null });
    expect(expectAt([person('a', -20)], [], [], at(0))).toEqual({ a: null });
  });

  it('is unknown too for who must wait for somebody else, when no seat is in use', () => {
    expect(expectAt([person('a', 0), person('b', 10), person('c', 40)], [], [], at(0))).toEqual({
      a: null,
      b: null,
      c: 40,
    });
  });

  it('is known from the conversation that goes on, also when its clerk left the seat', () => {
    expect(expectAt([person('sofie', 0)], [talk(0, 20, null)], [], at(5))).toEqual({ sofie: 20 });
  });
});

describe('who was sent back to wait', () => {
  const again = (over: Partial<NonNullable<Coming['again']>> = {}) => ({
    again: { at: at(20), isFirst: true, spokenMinutes: 10, ...over },
  });
  const order = (coming: readonly Coming[]) => orderTurns(coming).map(({ id }) => id);

  it('is the next, whatever was agreed, and takes as long as there is left to say', () => {
    const day = [person('a', 0), person('sofie', 10, again()), person('b', 30)];
    expect(order(day)).toEqual(['sofie', 'a', 'b']);
    expect(expectAt(day, [], ['seat 1'], at(20))).toEqual({ sofie: 20, a: 25, b: 40 });
  });

  it('goes behind those whose time it is when the clerk says so, and before those of later', () => {
    const day = [person('sofie', 10, again({ isFirst: false })), person('a', 15), person('b', 30)];
    expect(order(day)).toEqual(['a', 'sofie', 'b']);
  });

  it('keeps the order in which they were sent back', () => {
    const day = [person('second', 0, again({ at: at(30) })), person('first', 10, again())];
    expect(order(day)).toEqual(['first', 'second']);
  });

  it('keeps nobody waiting while they are not there', () => {
    const day = [person('sofie', 30, { ...again(), ...absent }), person('a', 20)];
    expect(expectAt(day, [], ['seat 1'], at(20))).toEqual({ sofie: null, a: 20 });
  });
});

const people = fc.array(
  fc.record({
    startMinute: fc.integer({ min: -60, max: 120 }),
    duration: fc.integer({ min: 5, max: 60 }),
    isThere: fc.boolean(),
    seat: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 14 },
);
const toComing = (
  rows: readonly { startMinute: number; duration: number; isThere: boolean; seat: number }[],
) =>
  rows.map(({ startMinute, duration, isThere, seat }, index) =>
    person(String(index), startMinute, {
      seatId: `seat ${seat}`,
      durationMinutes: duration,
      arrivedAt: isThere ? at(-60) : null,
    }),
  );
const seatsUpTo = (count: number) => Array.from({ length: count }, (_, index) => `seat ${index + 1}`);

describe('whatever the day', () => {
  it('nobody is expected before the agreed time or in the past', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 5 }), (rows, seats) => {
        const coming = toComing(rows);
        const expected = expectStarts(
          { coming, running: [], seatsInUse: seatsUpTo(seats), ...noRest },
          at(0),
        );
        for (const { id, startAt } of coming) {
          const time = expected.get(id);
          if (time !== null) expect(time).toBeGreaterThanOrEqual(Math.max(startAt, at(0)));
        }
      }),
    );
  });

  it('a conversation that takes longer makes nobody earlier, and an end in time nobody later', () => {
    fc.assert(
      fc.property(people, fc.nat(60), fc.nat(60), (rows, minutes, more) => {
        const coming = toComing(rows);
        const run = (duration: number) =>
          expectStarts({ coming, running: [talk(0, duration)], seatsInUse: seatsUpTo(5), ...noRest }, at(0));
        const [sooner, later] = [run(minutes), run(minutes + more)];
        for (const { id } of coming) expect(later.get(id) ?? 0).toBeGreaterThanOrEqual(sooner.get(id) ?? 0);
      }),
    );
  });

  it('a plan that fits its seats is kept when nobody runs late', () => {
    const plan = fc.array(
      fc.array(
        fc.record({ gap: fc.nat(30), duration: fc.integer({ min: 5, max: 60 }), isThere: fc.boolean() }),
        { maxLength: 6 },
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(plan, (seats) => {
        const coming = seats.flatMap((rows, seat) => {
          let free = 1;
          return rows.map(({ gap, duration, isThere }, index) => {
            const startMinute = free + gap;
            free = startMinute + duration;
            return person(`${seat} ${index}`, startMinute, {
              seatId: `seat ${seat + 1}`,
              durationMinutes: duration,
              arrivedAt: isThere ? at(-60) : null,
            });
          });
        });
        const day = { coming, running: [], seatsInUse: seatsUpTo(seats.length), ...noRest };
        const expected = expectStarts(day, at(0));
        for (const { id, startAt } of coming) expect(expected.get(id)).toBe(startAt);
      }),
    );
  });

  it('no more are helped at once than there are seats in use', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 5 }), (rows, seats) => {
        const coming = toComing(rows).map((each) => ({ ...each, seatId: 'seat 1' }));
        const expected = expectStarts(
          { coming, running: [], seatsInUse: seatsUpTo(seats), ...noRest },
          at(0),
        );
        const turns = coming.flatMap(({ id, durationMinutes }) => {
          const from = expected.get(id);
          return from == null ? [] : [{ from, until: from + durationMinutes * minute }];
        });
        for (const { from } of turns)
          expect(turns.filter((turn) => turn.from <= from && from < turn.until).length).toBeLessThanOrEqual(
            seats,
          );
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
