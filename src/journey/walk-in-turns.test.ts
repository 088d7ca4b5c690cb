import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coming, expectStarts, type Running, type RunningDay } from './expected-starts.ts';
import { firstTurn } from './walk-in-turns.ts';

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
});
