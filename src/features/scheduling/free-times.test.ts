import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeatId } from '#journey/ids.ts';
import { addMinutes, type EpochMilliseconds, type Interval, mergeIntervals } from '#journey/time.ts';
import { minutesOf, occupiedSeats, seatId } from './arbitraries.ts';
import { chooseSeat } from './choose-seat.ts';
import { type FreeTime, type FreeTimesQuestion, freeTimes, nearestFreeTimes } from './free-times.ts';

const MIDNIGHT = Date.UTC(2026, 10, 24) as EpochMilliseconds;
const LATER = addMinutes(MIDNIGHT, 60 * 24 * 365);

function minute(minutes: number): EpochMilliseconds {
  return addMinutes(MIDNIGHT, minutes);
}

function between(start: number, end: number): Interval {
  return { startAt: minute(start), endAt: minute(end) };
}

function ask(part: Partial<FreeTimesQuestion>): FreeTimesQuestion {
  return {
    openings: [between(540, 720)],
    seats: [{ id: seatId(1), busy: [] }],
    durationMinutes: 30,
    bufferAfterMinutes: 0,
    stepMinutes: 30,
    notBefore: MIDNIGHT,
    notAfter: LATER,
    ...part,
  };
}

/** Starts in minutes after midnight. */
function startsOf(times: readonly Interval[]): number[] {
  return times.map(({ startAt }) => (startAt - MIDNIGHT) / 60_000);
}

/** Openings in order, some of them touching. */
const openings = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 })),
      length: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 5 },
  )
  .map((pieces) => {
    let end = 0;
    return pieces.map(({ gap, length }) => {
      const start = end + gap;
      end = start + length;
      return between(start, end);
    });
  });

/** Stretches of the day in any order, some of them overlapping. */
const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: -60, max: 1500 }), fc.integer({ min: 0, max: 400 }))
    .map(([start, length]) => between(start, start + length)),
  { maxLength: 4 },
);

const question: fc.Arbitrary<FreeTimesQuestion> = fc.record({
  openings,
  seats: fc
    .tuple(occupiedSeats(MIDNIGHT, 1), fc.array(fc.option(stretches, { nil: undefined }), { minLength: 4 }))
    .map(([seats, staffed]) => seats.map((seat, index) => ({ ...seat, staffed: staffed[index] }))),
  full: fc.oneof(fc.constant([]), stretches.map(mergeIntervals)),
  isKept: fc.constantFrom(undefined, (startAt: number, seat: number) => (startAt / 60_000 + seat) % 3 === 0),
  durationMinutes: fc.integer({ min: 1, max: 90 }),
  bufferBeforeMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  bufferAfterMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 45 })),
  stepMinutes: fc.integer({ min: 1, max: 60 }),
  notBefore: fc.integer({ min: -100, max: 700 }).map(minute),
  notAfter: fc.integer({ min: 0, max: 2500 }).map(minute),
});

function isIn(moment: number, stretches: readonly Interval[]): boolean {
  return stretches.some(({ startAt, endAt }) => startAt <= moment && moment < endAt);
}

function occupationOf(asked: FreeTimesQuestion, at: EpochMilliseconds): Interval {
  const { bufferBeforeMinutes = 0, durationMinutes, bufferAfterMinutes } = asked;
  return {
    startAt: addMinutes(at, -bufferBeforeMinutes),
    endAt: addMinutes(at, durationMinutes + bufferAfterMinutes),
  };
}

/** Tries every start on every seat and looks at every minute of it: slow, and right. */
function freeTimesByHand(asked: FreeTimesQuestion): FreeTime[] {
  const open = new Set(asked.openings.flatMap(minutesOf));
  const found: FreeTime[] = [];
  for (const opening of asked.openings) {
    for (let at = opening.startAt; at < opening.endAt; at = addMinutes(at, asked.stepMinutes)) {
      const appointment = { startAt: at, endAt: addMinutes(at, asked.durationMinutes) };
      if (at < asked.notBefore || at > asked.notAfter) continue;
      if (!minutesOf(appointment).every((each) => open.has(each))) continue;
      const occupied = minutesOf(occupationOf(asked, at));
      if (occupied.some((each) => isIn(each, asked.full ?? []))) continue;
      const seatIds = asked.seats
        .filter(
          (seat, index) =>
            !asked.isKept?.(at, index) &&
            !occupied.some((each) => isIn(each, seat.busy)) &&
            minutesOf(appointment).every((each) => !seat.staffed || isIn(each, seat.staffed)),
        )
        .map((seat) => seat.id);
      if (seatIds.length > 0) found.push({ ...appointment, seatIds });
    }
  }
  return found;
}

describe('free times', () => {
  it('stand at every step from the start of the opening, and end by closing time', () => {
    expect(startsOf(freeTimes(ask({})))).toEqual([540, 570, 600, 630, 660, 690]);
    expect(startsOf(freeTimes(ask({ durationMinutes: 40, stepMinutes: 25 })))).toEqual([
      540, 565, 590, 615, 640, 665,
    ]);
    expect(freeTimes(ask({ durationMinutes: 181 }))).toEqual([]);
  });

  it('name start, end without buffer, and the free seats in the order given', () => {
    const seats = [
      { id: seatId(3), busy: [] },
      { id: seatId(1), busy: [between(540, 550)] },
      { id: seatId(2), busy: [] },
    ];
    expect(freeTimes(ask({ seats, bufferAfterMinutes: 10 }))[0]).toEqual({
      ...between(540, 570),
      seatIds: [seatId(3), seatId(2)],
    });
  });

  it('touch an occupation on both sides, and keep the buffer before the next one', () => {
    const seats = [{ id: seatId(1), busy: [between(570, 600)] }];
    expect(startsOf(freeTimes(ask({ seats })))).toEqual([540, 600, 630, 660, 690]);
    expect(startsOf(freeTimes(ask({ seats, bufferAfterMinutes: 10 })))).toEqual([600, 630, 660, 690]);
  });

  it('may have their buffer run past closing time', () => {
    expect(startsOf(freeTimes(ask({ bufferAfterMinutes: 60 }))).at(-1)).toBe(690);
  });

  it('run on where one opening touches the next, and count steps anew there', () => {
    const touching = [between(1380, 1440), between(1440, 1500)];
    const times = freeTimes(ask({ openings: touching, durationMinutes: 50, stepMinutes: 25 }));
    expect(startsOf(times)).toEqual([1380, 1405, 1430, 1440]);
  });

  it('start at the earliest at the first moment allowed, and at the latest at the last', () => {
    const times = freeTimes(ask({ notBefore: minute(571), notAfter: minute(660) }));
    expect(startsOf(times)).toEqual([600, 630, 660]);
    expect(startsOf(freeTimes(ask({ notBefore: minute(570) })))[0]).toBe(570);
  });

  it('are offered once where openings overlap or come in another order', () => {
    const overlapping = [between(600, 700), between(540, 660), between(550, 560)];
    expect(startsOf(freeTimes(ask({ openings: overlapping })))).toEqual([540, 570, 600, 630, 660]);
  });

  it('are none without seats or openings', () => {
    expect(freeTimes(ask({ seats: [] }))).toEqual([]);
    expect(freeTimes(ask({ openings: [] }))).toEqual([]);
  });

  it('are not counted with a duration or step that is not positive', () => {
    expect(() => freeTimes(ask({ stepMinutes: 0 }))).toThrow(RangeError);
    expect(() => freeTimes(ask({ durationMinutes: -5 }))).toThrow(RangeError);
    expect(() => freeTimes(ask({ stepMinutes: Number.NaN }))).toThrow(RangeError);
  });

  it('are those that trying every start on every seat, minute by minute, gives', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(freeTimes(asked)).toEqual(freeTimesByHand(asked));
      }),
      { numRuns: 300 },
    );
  });

  it('never put two on one seat, buffer included, however they are booked', () => {
    const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(question, picks, (asked, picked) => {
        const booked = asked.seats.map((seat) => ({
          ...seat,
          busy: [...seat.busy],
          own: [] as Interval[],
        }));
        for (const pick of picked) {
          const free = freeTimes({ ...asked, seats: booked });
          const time = free[pick % Math.max(1, free.length)];
          if (time === undefined) break;
          const loads = new Map<SeatId, number>(booked.map((seat) => [seat.id, seat.own.length]));
          const chosen = booked.find((seat) => seat.id === chooseSeat(time.seatIds, loads));
          const occupied = occupationOf(asked, time.startAt);
          const minutes = minutesOf(occupied);
          const taken = new Set(chosen?.busy.flatMap(minutesOf));
          expect(minutes.filter((each) => taken.has(each))).toEqual([]);
          chosen?.busy.push(occupied);
          chosen?.own.push(occupied);
        }
      }),
    );
  });

  it('and taken times together are the opening time, when all stands on one grid', () => {
    const grid = 15;
    const onGrid = fc.record({
      openings: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 20 }))),
    });
    fc.assert(
      fc.property(onGrid, occupiedSeats(MIDNIGHT, grid), ({ openings: pieces }, seats) => {
        let end = 0;
        const open = pieces.map(([gap, length]) => {
          const start = end + gap * grid;
          end = start + length * grid;
          return between(start, end);
        });
        const times = freeTimes(
          ask({ openings: open, seats, durationMinutes: grid, stepMinutes: grid, notBefore: MIDNIGHT }),
        );
        const openAt = new Set(open.flatMap(minutesOf));
        const taken = seats.map(
          (seat) => new Set(seat.busy.flatMap(minutesOf).filter((each) => openAt.has(each))).size,
        );
        const free = times.reduce((sum, time) => sum + grid * time.seatIds.length, 0);
        expect(free + taken.reduce((sum, minutes) => sum + minutes, 0)).toBe(openAt.size * seats.length);
      }),
    );
  });
});

describe('the nearest free times', () => {
  const free = [540, 570, 600, 660, 720].map((start) => between(start, start + 30));

  it('are those around the wanted one, in order', () => {
    expect(startsOf(nearestFreeTimes(free, minute(605), 3))).toEqual([570, 600, 660]);
    expect(startsOf(nearestFreeTimes(free, minute(0), 2))).toEqual([540, 570]);
    expect(startsOf(nearestFreeTimes(free, minute(900), 2))).toEqual([660, 720]);
  });

  it('prefer the earlier of two that are equally near', () => {
    expect(startsOf(nearestFreeTimes(free, minute(630), 1))).toEqual([600]);
  });

  it('are all there are when fewer are left than asked for, and none of none', () => {
    expect(nearestFreeTimes(free, minute(630), 9)).toEqual(free);
    expect(nearestFreeTimes(free, minute(630), 0)).toEqual([]);
    expect(nearestFreeTimes([], minute(630), 3)).toEqual([]);
  });

  it('are those that sorting all by distance gives', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 20 });
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: -20, max: 320 }),
        fc.nat({ max: 8 }),
        (minutes, wanted, count) => {
          const times = minutes.toSorted((a, b) => a - b).map((start) => between(start, start + 1));
          const byDistance = times.toSorted(
            (a, b) => Math.abs(a.startAt - minute(wanted)) - Math.abs(b.startAt - minute(wanted)),
          );
          const expected = byDistance.slice(0, count).toSorted((a, b) => a.startAt - b.startAt);
          expect(nearestFreeTimes(times, minute(wanted), count)).toEqual(expected);
        },
      ),
    );
  });
});
