import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppointmentId, SeatId } from '#journey/ids.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { type AffectedAppointment, planAbsence } from './plan-absence.ts';

const minute = 60_000;
const at = (minutes: number) => (minutes * minute) as EpochMilliseconds;
const seat = (name: string) => name as SeatId;
const sick = seat('sick');
/** From 9 to 17 o'clock, in minutes. */
const absent = { seatId: sick, startAt: at(540), endAt: at(1020) };

type Free = readonly (readonly [number, ...string[]])[];

function appointment(id: string, start: number, free: Free, buffer = 5): AffectedAppointment {
  return {
    id: id as AppointmentId,
    startAt: at(start),
    endAt: at(start + 15),
    occupiedFromAt: at(start),
    occupiedUntilAt: at(start + 15 + buffer),
    free: free.map(([time, ...seats]) => ({
      startAt: at(time),
      endAt: at(time + 15),
      seatIds: seats.map(seat),
    })),
  };
}

const outcomes = (...appointments: AffectedAppointment[]) =>
  planAbsence(absent, appointments).map(({ id, outcome }) => [
    id,
    outcome.kind === 'otherTime' ? outcome.startAt / minute : outcome.kind,
  ]);

describe('the appointments of a seat where nobody is', () => {
  test('keep their time at another seat that is free then', () => {
    expect(
      outcomes(
        appointment('a', 600, [
          [580, 'b'],
          [600, 'sick', 'b'],
        ]),
      ),
    ).toEqual([['a', 'sameTime']]);
  });

  test('get the nearest other time when no seat is free at theirs, of two as near the later one', () => {
    expect(
      outcomes(
        appointment('a', 600, [
          [560, 'b'],
          [580, 'b'],
          [600, 'sick'],
          [620, 'b'],
        ]),
      ),
    ).toEqual([['a', 620]]);
  });

  test('are cancelled when there is nothing else', () => {
    expect(
      outcomes(
        appointment('a', 600, [
          [600, 'sick'],
          [700, 'sick'],
        ]),
      ),
    ).toEqual([['a', 'cancel']]);
  });

  test('go back to the same seat for a time after the absence, not for one within', () => {
    expect(
      outcomes(
        appointment('a', 990, [
          [1005, 'sick'],
          [1020, 'sick'],
          [1035, 'sick'],
        ]),
      ),
    ).toEqual([['a', 1020]]);
  });

  test('do not take the time of one who can keep it', () => {
    const early = appointment('early', 600, [[620, 'b']]);
    const stays = appointment('stays', 620, [
      [620, 'b'],
      [640, 'b'],
    ]);
    expect(outcomes(early, stays)).toEqual([
      ['early', 'cancel'],
      ['stays', 'sameTime'],
    ]);
  });

  test('offer every other time to choose from, the nearest first', () => {
    const [planned] = planAbsence(absent, [
      appointment('a', 600, [
        [500, 'b'],
        [600, 'b'],
        [610, 'b'],
        [605, 'sick'],
      ]),
    ]);
    expect(planned).toMatchObject({ canStay: true, otherTimes: [at(610), at(500)] });
  });
});

const seats = ['sick', 'b', 'c'] as const;
const times = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 130 }), fc.subarray([...seats], { minLength: 1 })),
  {
    maxLength: 20,
  },
);
/** Appointments of one seat do not overlap: one after another, each with its own buffer. */
const days = fc
  .array(
    fc.record({ gap: fc.integer({ min: 0, max: 6 }), buffer: fc.integer({ min: 0, max: 10 }), free: times }),
    {
      maxLength: 12,
    },
  )
  .map((rows) => {
    let start = 540;
    return rows.map(({ gap, buffer, free }, index) => {
      start += gap * 5;
      const made = appointment(
        `a${index}`,
        start,
        free.map(([slot, at]) => [slot * 10, ...at] as const),
        buffer,
      );
      start += 15 + buffer;
      return made;
    });
  });

test('whatever the day: nobody is lost, no two get one seat at once, and nobody is put where nobody is', () => {
  fc.assert(
    fc.property(days, (appointments) => {
      const plan = planAbsence(absent, appointments);
      expect(plan.map(({ id }) => id)).toEqual(appointments.map(({ id }) => id));
      const places = plan.flatMap(({ outcome }, index) => {
        const one = appointments[index] as AffectedAppointment;
        if (outcome.kind === 'cancel') return [];
        const startAt = outcome.kind === 'sameTime' ? one.startAt : outcome.startAt;
        const offered = one.free.find(
          (place) => place.startAt === startAt && place.seatIds.includes(outcome.seatId),
        );
        expect(offered).toBeDefined();
        const length = one.occupiedUntilAt - one.occupiedFromAt;
        return [{ seatId: outcome.seatId, from: startAt, until: startAt + length }];
      });
      for (const [index, one] of places.entries()) {
        if (one.seatId === sick) expect(one.until <= absent.startAt || one.from >= absent.endAt).toBe(true);
        for (const other of places.slice(index + 1))
          if (other.seatId === one.seatId)
            expect(one.until <= other.from || other.until <= one.from).toBe(true);
      }
    }),
  );
});
