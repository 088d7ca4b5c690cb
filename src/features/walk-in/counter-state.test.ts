import { describe, expect, it } from 'vitest';
import type { Coming, RunningDay } from '#journey/expected-starts.ts';
import { epochMilliseconds, type Interval } from '#journey/time.ts';
import { lookAtCounter } from './counter-state.ts';

const minute = 60_000;
const nine = Date.UTC(2026, 10, 24, 8);
const at = (minutes: number) => nine + minutes * minute;
const opening = (from: number, until: number): Interval => ({
  startAt: epochMilliseconds(at(from)),
  endAt: epochMilliseconds(at(until)),
});
const waits = (id: string, over: Partial<Coming> = {}): Coming => ({
  id,
  seatId: null,
  startAt: at(0),
  durationMinutes: 15,
  measured: [],
  arrivedAt: at(0),
  hasWaitingRoom: true,
  ...over,
});
const look = (
  openings: readonly Interval[],
  coming: readonly Coming[] = [],
  over: Partial<RunningDay> = {},
) =>
  lookAtCounter({
    openings,
    mostWaiting: 2,
    day: { coming, running: [], seatsInUse: ['seat 1'], seatsPaused: [], seatsClosed: [], ...over },
    newcomer: { durationMinutes: 15, measured: [] },
    now: at(0),
  });

describe('an open counter', () => {
  it('tells how many wait, whose turn is when, and until when it is open', () => {
    expect(look([opening(-60, 60)], [waits('a')])).toEqual({
      kind: 'open',
      closesAt: at(60),
      waiting: 1,
      turnAt: at(15),
    });
  });

  it('takes people while nobody is there yet, without telling them a time', () => {
    expect(look([opening(-60, 60)], [], { seatsInUse: [] })).toMatchObject({ kind: 'open', turnAt: null });
  });

  it('takes nobody who cannot be helped before it closes, or once too many wait', () => {
    const tomorrow = opening(24 * 60, 25 * 60);
    expect(look([opening(-60, 15)])).toMatchObject({ kind: 'open' });
    expect(look([opening(-60, 14), tomorrow])).toEqual({ kind: 'full', opensAt: tomorrow.startAt });
    expect(look([opening(-60, 14), opening(14, 60)])).toMatchObject({ kind: 'open' });
    expect(look([opening(-60, 14), opening(15, 60)])).toMatchObject({ kind: 'full' });
    expect(look([opening(-60, 29)], [waits('a')])).toEqual({ kind: 'full', opensAt: null });
    expect(look([opening(-60, 600)], [waits('a'), waits('b')])).toMatchObject({ kind: 'full' });
    const booked = [waits('a', { seatId: 'seat 1' }), waits('b', { seatId: 'seat 1' })];
    expect(look([opening(-60, 600)], booked)).toMatchObject({ kind: 'open', waiting: 2 });
  });

  it('counts who joined a moment ago and is not there yet, and nobody who left', () => {
    const onTheWay = waits('a', { arrivedAt: null });
    expect(look([opening(-60, 60)], [onTheWay])).toMatchObject({ waiting: 1, turnAt: at(15) });
    const left = waits('b', { arrivedAt: null, startAt: at(-1) });
    expect(look([opening(-60, 60)], [left])).toMatchObject({ waiting: 0, turnAt: at(0) });
  });

  it('is closed outside its hours, and says when it opens', () => {
    expect(look([opening(-60, 0), opening(30, 60)])).toEqual({ kind: 'closed', opensAt: at(30) });
    expect(look([])).toEqual({ kind: 'closed', opensAt: null });
  });
});
