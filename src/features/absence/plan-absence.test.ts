import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppointmentId, SeatId } from '#journey/ids.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { noticeMinutes } from './instead-times.ts';
import { type AffectedAppointment, planAbsence } from './plan-absence.ts';

const minute = 60_000;
const at = (minutes: number) => (minutes * minute) as EpochMilliseconds;
const seat = (name: string) => name as SeatId;
const sick = seat('sick');
/** From 9 to 17 o'clock, in minutes. */
const absent = { seatId: sick, startAt: at(540), endAt: at(1020) };
const nextDay = 1440;
const deciding = { now: at(420), timeZone: 'UTC' };
const plan = (appointments: readonly AffectedAppointment[], now = deciding.now) =>
  planAbsence(absent, appointments, { ...deciding, now });

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
  plan(appointments).map(({ id, outcome }) => [
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

  test('get the first later time of the day when no seat is free at theirs, however near an earlier one is', () => {
    expect(
      outcomes(
        appointment('a', 600, [
          [590, 'b'],
          [600, 'sick'],
          [900, 'b'],
          [960, 'b'],
        ]),
      ),
    ).toEqual([['a', 900]]);
  });

  test('get one of the next day when the rest of theirs is full: the nearest to their time of day', () => {
    expect(
      outcomes(
        appointment('a', 600, [
          [590, 'b'],
          [nextDay + 540, 'b'],
          [nextDay + 615, 'b'],
          [nextDay + 720, 'b'],
        ]),
      ),
    ).toEqual([['a', nextDay + 615]]);
  });

  test('get none that is too soon to be told of; who keeps the time needs no notice', () => {
    const free: Free = [
      [615, 'b'],
      [659, 'b'],
      [660, 'b'],
    ];
    const outcomesAt600 = (own: Free) =>
      plan([appointment('a', 605, [...own, ...free])], at(600)).map(({ outcome }) => outcome);
    expect(outcomesAt600([])).toEqual([{ kind: 'otherTime', seatId: 'b', startAt: at(660) }]);
    expect(outcomesAt600([[605, 'b']])).toEqual([{ kind: 'sameTime', seatId: 'b' }]);
  });

  test('are not proposed an earlier time: that is a choice, after the later ones', () => {
    const [planned] = plan([
      appointment('a', 600, [
        [540, 'b'],
        [570, 'b'],
      ]),
    ]);
    expect(planned).toMatchObject({ outcome: { kind: 'cancel' }, otherTimes: [at(570), at(540)] });
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

  test('have times of several days to choose from, and what is earlier on their day last', () => {
    const [planned] = plan([
      appointment('a', 600, [
        [540, 'b'],
        [600, 'b'],
        ...Array.from({ length: 20 }, (_, index) => [610 + index * 20, 'b'] as const),
        ...[1, 2, 3, 4, 5].flatMap((day) =>
          [540, 590, 610, 900].map((time) => [day * nextDay + time, 'b'] as const),
        ),
      ]),
    ]);
    expect(planned?.canStay).toBe(true);
    expect(planned?.otherTimes.map((time) => time / minute)).toEqual([
      ...[610, 630, 650],
      ...[770, 870, 990],
      ...[1, 2, 3, 4].flatMap((day) => [540, 590, 610].map((time) => day * nextDay + time)),
      540,
    ]);
  });
});

const seats = ['sick', 'b', 'c'] as const;
const times = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: 400 }), fc.subarray([...seats], { minLength: 1 })),
  {
    maxLength: 20,
    selector: ([slot]) => slot,
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
      const planned = plan(appointments);
      expect(planned.map(({ id }) => id)).toEqual(appointments.map(({ id }) => id));
      const places = planned.flatMap(({ outcome }, index) => {
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

test('whatever the day and the hour: whoever is moved has notice, and goes later; earlier times come last, of the same day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1440 }), (appointments, now) => {
      const soonest = at(now + noticeMinutes);
      for (const [index, { outcome, otherTimes }] of plan(appointments, at(now)).entries()) {
        const { startAt } = appointments[index] as AffectedAppointment;
        if (outcome.kind === 'otherTime') {
          expect(outcome.startAt).toBeGreaterThanOrEqual(soonest);
          expect(outcome.startAt).toBeGreaterThan(startAt);
        }
        const firstEarlier = otherTimes.findIndex((time) => time < startAt);
        const earlier = firstEarlier === -1 ? [] : otherTimes.slice(firstEarlier);
        expect(
          earlier.every((time) => time < startAt && time >= at(0) && startAt - time < nextDay * minute),
        ).toBe(true);
        expect(otherTimes.every((time) => time >= soonest && time !== startAt)).toBe(true);
        expect(new Set(otherTimes).size).toBe(otherTimes.length);
      }
    }),
  );
});
