import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coming, expectStarts, type Running, type RunningDay } from './expected-starts.ts';
import { firstTurn, moveUp } from './walk-in-turns.ts';

const minute = 60_000;
const nineOClock = Date.UTC(2026, 10, 24, 8);
const at = (minutes: number) => nineOClock + minutes * minute;
const booked = (id: string, startMinute: number, over: Partial<Coming> = {}): Coming => ({
  id,
  seatId: 'seat 1',
  startAt: at(startMinute),
  durationMinutes: 15,
  measured: [],
  arrivedAt: null,
  hasWaitingRoom: true,
  ...over,
});
const walkIn = (id: string, toldMinute: number, over: Partial<Coming> = {}) =>
  booked(id, toldMinute, { seatId: null, arrivedAt: at(0), ...over });
const day = (coming: readonly Coming[], over: Partial<RunningDay> = {}): RunningDay => ({
  coming,
  running: [],
  seatsInUse: ['seat 1'],
  seatsPaused: [],
  seatsClosed: [],
  ...over,
});
const newcomer = { durationMinutes: 15, measured: [] };
const first = (coming: readonly Coming[], over: Partial<RunningDay> = {}) => {
  const turn = firstTurn(day(coming, over), newcomer, at(0));
  return turn === null ? null : (turn - nineOClock) / minute;
};

describe('who comes without appointment', () => {
  it('is helped at once where there is time until the next agreed time', () => {
    expect(first([])).toBe(0);
    expect(first([booked('a', 15)])).toBe(0);
  });

  it('is told the first time that puts off nobody with an agreed time', () => {
    expect(first([booked('a', 14)])).toBe(29);
    expect(first([booked('a', 14), booked('b', 30), booked('c', 70)])).toBe(45);
    const two = { seatsInUse: ['seat 1', 'seat 2'] };
    expect(first([booked('a', 14), booked('b', 10, { seatId: 'seat 2' })], two)).toBe(0 + 25);
  });

  it('comes after who came before, and after the conversations that go on', () => {
    expect(first([walkIn('koen', 0)])).toBe(15);
    const talk: Running = { seatId: 'seat 1', admittedAt: at(-5), durationMinutes: 20, measured: [] };
    expect(first([], { running: [talk] })).toBe(15);
  });

  it('is told no time when nobody is at the counter', () => {
    expect(first([], { seatsInUse: [] })).toBeNull();
  });

  it('who was told a time keeps it as if it had been agreed, whoever comes later', () => {
    const coming = [walkIn('koen', 20), booked('late', 10, { arrivedAt: at(21) })];
    const starts = expectStarts(day(coming), at(21));
    expect([starts.get('late'), starts.get('koen')]).toEqual([at(21), at(36)]);
  });
});

describe('who waits without appointment when a gap opens', () => {
  const starts = (coming: readonly Coming[], now: number, over: Partial<RunningDay> = {}) =>
    Object.fromEntries(
      [...expectStarts(moveUp(day(coming, over), now), now)].map(([id, time]) => [
        id,
        time === null ? null : (time - nineOClock) / minute,
      ]),
    );

  it('moves up to now when somebody before them cancels', () => {
    const before = [booked('a', 5), booked('b', 21), walkIn('koen', 36)];
    expect(starts(before, at(1))).toEqual({ a: 5, b: 21, koen: 36 });
    expect(starts([booked('b', 21), walkIn('koen', 36)], at(1))).toEqual({ b: 21, koen: 1 });
  });

  it('moves up when somebody does not come ten minutes after the agreed time, and not while they may be a little late', () => {
    const absent = [booked('a', 5), walkIn('koen', 20)];
    expect(starts(absent, at(4))).toEqual({ a: 5, koen: 20 });
    expect(starts(absent, at(14))).toEqual({ a: null, koen: 20 });
    expect(starts(absent, at(15))).toEqual({ a: null, koen: 15 });
    const late = [booked('a', 5, { arrivedAt: at(16) }), walkIn('koen', 20)];
    expect(starts(late, at(16))).toEqual({ a: 16, koen: 31 });
  });

  it('stays where the gap is too short for what they come for and five minutes more', () => {
    expect(starts([booked('b', 15), walkIn('koen', 30)], at(1))).toEqual({ b: 15, koen: 30 });
    expect(starts([booked('b', 20), walkIn('koen', 35)], at(1))).toEqual({ b: 20, koen: 35 });
    expect(starts([booked('b', 21), walkIn('koen', 36)], at(1))).toEqual({ b: 21, koen: 1 });
  });

  it('moves up to the end of a conversation that takes less long than planned', () => {
    const talk: Running = { seatId: 'seat 1', admittedAt: at(0), durationMinutes: 10, measured: [] };
    expect(starts([walkIn('koen', 30)], at(2), { running: [talk] })).toEqual({ koen: 10 });
  });

  it('leaves the gap to who joined first', () => {
    expect(starts([walkIn('lies', 50), walkIn('koen', 35)], at(1))).toEqual({ koen: 1, lies: 16 });
  });

  it('stays when they are not there, when they were called before, and when nobody is at the counter', () => {
    expect(starts([walkIn('koen', 35, { arrivedAt: null })], at(1))).toEqual({ koen: 35 });
    const again = { at: at(0), isFirst: false, spokenMinutes: 5 };
    const behind = walkIn('koen', 35, { again });
    expect(moveUp(day([behind]), at(1)).coming).toEqual([behind]);
    const deserted = day([walkIn('koen', 35)], { seatsInUse: [] });
    expect(moveUp(deserted, at(1))).toEqual(deserted);
  });
});

describe('whatever the day', () => {
  const people = fc.array(
    fc.record({
      startMinute: fc.integer({ min: 1, max: 120 }),
      duration: fc.integer({ min: 5, max: 45 }),
      seat: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 10 },
  );

  it('nobody is put off, and the time that is told is the time that is expected', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 5, max: 45 }), (planned, durationMinutes) => {
        const coming = planned.map(({ startMinute, duration, seat }, index) =>
          booked(`planned ${index}`, startMinute, { durationMinutes: duration, seatId: `seat ${seat}` }),
        );
        const open = { seatsInUse: ['seat 1', 'seat 2', 'seat 3'] };
        const turn = firstTurn(day(coming, open), { durationMinutes, measured: [] }, at(0));
        expect(turn).not.toBeNull();
        const mine = walkIn('mine', 0, { startAt: turn ?? 0, durationMinutes });
        const before = expectStarts(day(coming, open), at(0));
        const after = expectStarts(day([...coming, mine], open), at(0));
        expect(after.get('mine')).toBe(turn);
        for (const [id, was] of before) expect(after.get(id)).toBe(was);
      }),
    );
  });

  it('moving up puts nobody off, helps nobody before now, and nobody with an agreed time before it', () => {
    const waiting = fc.array(
      fc.record({
        toldMinute: fc.integer({ min: -10, max: 120 }),
        duration: fc.integer({ min: 5, max: 45 }),
        isThere: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    const talks = fc.array(fc.integer({ min: 5, max: 40 }), { maxLength: 3 });
    fc.assert(
      fc.property(people, waiting, talks, (planned, walkIns, lasts) => {
        const coming = [
          ...planned.map(({ startMinute, duration, seat }, index) =>
            booked(`planned ${index}`, startMinute - 60, {
              durationMinutes: duration,
              seatId: `seat ${seat}`,
              arrivedAt: index % 2 === 0 ? at(-1) : null,
            }),
          ),
          ...walkIns.map(({ toldMinute, duration, isThere }, index) =>
            walkIn(`walk-in ${index}`, toldMinute, {
              durationMinutes: duration,
              arrivedAt: isThere ? at(-index) : null,
            }),
          ),
        ];
        const running: Running[] = lasts.map((durationMinutes, index) => ({
          seatId: `seat ${index + 1}`,
          admittedAt: at(-3),
          durationMinutes,
          measured: [],
        }));
        const told = day(coming, { running, seatsInUse: ['seat 1', 'seat 2'] });
        const before = expectStarts(told, at(0));
        const moved = moveUp(told, at(0));
        const after = expectStarts(moved, at(0));
        for (const [id, was] of before) {
          if (was === null) continue;
          const is = after.get(id) ?? Number.POSITIVE_INFINITY;
          expect(is).toBeLessThanOrEqual(was);
          expect(is).toBeGreaterThanOrEqual(at(0));
        }
        for (const { id, seatId, startAt, movedUpTo } of moved.coming) {
          const is = after.get(id) ?? null;
          if (seatId !== null && is !== null) expect(is).toBeGreaterThanOrEqual(startAt);
          if (movedUpTo !== undefined) {
            expect(movedUpTo).toBeLessThan(startAt);
            expect(is).toBeLessThanOrEqual(movedUpTo);
          }
        }
      }),
    );
  });
});
