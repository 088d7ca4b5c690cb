import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeatId } from '#journey/ids.ts';
import { seatId } from './arbitraries.ts';
import { chooseSeat } from './choose-seat.ts';

describe('choosing a seat', () => {
  it('takes the free seat with the least on it', () => {
    const loads = new Map([
      [seatId(1), 3],
      [seatId(2), 1],
      [seatId(3), 2],
    ]);
    expect(chooseSeat([seatId(1), seatId(2), seatId(3)], loads)).toBe(seatId(2));
    expect(chooseSeat([seatId(1), seatId(3)], loads)).toBe(seatId(3));
  });

  it('counts a seat without an entry as empty', () => {
    expect(chooseSeat([seatId(1), seatId(2)], new Map([[seatId(1), 1]]))).toBe(seatId(2));
  });

  it('finds none where none is free', () => {
    expect(chooseSeat([], new Map())).toBeUndefined();
  });

  it('gives the same answer whatever the order of the seats', () => {
    const seats = fc.uniqueArray(fc.nat({ max: 20 }).map(seatId), { minLength: 1 });
    const shuffled = seats.chain((ids) =>
      fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
    );
    const loads = fc.array(fc.tuple(fc.nat({ max: 20 }).map(seatId), fc.nat({ max: 3 })));
    fc.assert(
      fc.property(shuffled, loads, ([ids, otherwise], entries) => {
        expect(chooseSeat(otherwise, new Map(entries))).toBe(chooseSeat(ids, new Map(entries)));
      }),
    );
  });

  it('spreads appointments evenly: no seat gets two more than another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 60 }),
        (seatCount, appointments) => {
          const ids = Array.from({ length: seatCount }, (_, index) => seatId(index));
          const loads = new Map<SeatId, number>(ids.map((id) => [id, 0]));
          for (let booked = 0; booked < appointments; booked += 1) {
            const id = chooseSeat(ids, loads) as SeatId;
            loads.set(id, (loads.get(id) as number) + 1);
          }
          expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
