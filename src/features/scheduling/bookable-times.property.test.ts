import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, datesBetween, type LocalDate, periodOfDates } from '#journey/local-time.ts';
import { addMinutes } from '#journey/time.ts';
import {
  everyDay,
  minutesOf,
  notableDate,
  occupiedSeats,
  readClock,
  seatId,
  weeklyHours,
} from './arbitraries.ts';
import { bookableTimes, occupiedPeriod } from './bookable-times.ts';

/** A question around one of the notable dates; hours, busy lists, rules and the moment of asking at random. */
const question = notableDate.chain(({ zone, date: day }) => {
  const { startAt } = periodOfDates(day, day, zone);
  return fc.record({
    rules: fc.record({
      durationMinutes: fc.integer({ min: 5, max: 90 }),
      bufferBeforeMinutes: fc.constantFrom(0, 5, 15),
      bufferAfterMinutes: fc.constantFrom(0, 5, 20),
      staffSharePercent: fc.constantFrom(0, 0, 10, 35),
      stepMinutes: fc.integer({ min: 5, max: 60 }),
      minimumNoticeMinutes: fc.nat({ max: 600 }),
      horizonDays: fc.nat({ max: 3 }),
    }),
    hours: fc.record({
      zone: fc.constant(zone),
      weekly: weeklyHours(10),
      closures: fc.constantFrom([], [day], [addDays(day, 1)]),
    }),
    seats: occupiedSeats(startAt, 5),
    from: fc.constantFrom(addDays(day, -1), day),
    until: fc.constantFrom(day, addDays(day, 1)),
    now: fc.integer({ min: -2000, max: 1500 }).map((minutes) => addMinutes(startAt, minutes)),
    day: fc.constant(day),
  });
});

describe('the times that can be booked on nights when the clock changes and across the date line', () => {
  it('lie within opening hours, on dates asked for, in notice and horizon, and on free seats only', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const clock = new Map(readClock(asked.hours.zone, asked.day).map((reading) => [reading.at, reading]));
        const today = Temporal.Instant.fromEpochMilliseconds(asked.now)
          .toZonedDateTimeISO(asked.hours.zone)
          .toPlainDate();
        const lastDate = today.add({ days: asked.rules.horizonDays }).toString();
        for (const time of bookableTimes(asked)) {
          const start = clock.get(time.startAt);
          expect(start && asked.from <= start.date && start.date <= asked.until).toBe(true);
          expect(start && start.date <= lastDate).toBe(true);
          expect(time.startAt).toBeGreaterThanOrEqual(asked.now + asked.rules.minimumNoticeMinutes * 60_000);
          expect(time.endAt - time.startAt).toBe(asked.rules.durationMinutes * 60_000);
          const occupiedFrom = addMinutes(time.startAt, -asked.rules.bufferBeforeMinutes);
          const occupiedUntil = addMinutes(time.endAt, asked.rules.bufferAfterMinutes);
          for (const seat of asked.seats.filter(({ id }) => time.seatIds.includes(id))) {
            const clash = seat.busy.find(
              (busy) =>
                busy.startAt < busy.endAt && busy.startAt < occupiedUntil && occupiedFrom < busy.endAt,
            );
            expect(clash).toBeUndefined();
          }
        }
      }),
    );
  });

  it('never show a clock time outside the hours in any minute, save in an hour that comes twice', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const readings = readClock(asked.hours.zone, asked.day);
        const clock = new Map(readings.map((reading) => [reading.at, reading]));
        const timesShown = new Map<string, number>();
        const key = (reading: { date: string; minuteOfDay: number }) =>
          `${reading.date} ${reading.minuteOfDay}`;
        for (const reading of readings) timesShown.set(key(reading), (timesShown.get(key(reading)) ?? 0) + 1);
        for (const at of new Set(bookableTimes(asked).flatMap(minutesOf))) {
          const reading = clock.get(at);
          if (reading === undefined) throw new Error('Beyond what was read of the clock');
          if (timesShown.get(key(reading)) !== 1) continue;
          const isOpen = asked.hours.weekly.some(
            (opening) =>
              opening.weekday === reading.weekday &&
              opening.opensAtMinute <= reading.minuteOfDay &&
              reading.minuteOfDay < opening.closesAtMinute,
          );
          const isClosure = (asked.hours.closures as readonly LocalDate[]).includes(reading.date);
          if (!isOpen || isClosure) throw new Error(`Offered while closed: ${key(reading)}`);
        }
      }),
    );
  });

  it('are the same whether dates are asked for together or one by one', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const oneByOne = datesBetween(asked.from, asked.until).flatMap((day) =>
          bookableTimes({ ...asked, from: day, until: day }),
        );
        expect(bookableTimes(asked)).toEqual(oneByOne);
      }),
    );
  });

  it('depend on no occupation outside the period to look at', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const period = occupiedPeriod(asked.rules, asked.hours.zone, asked.from, asked.until);
        const seats = asked.seats.map((seat) => ({
          ...seat,
          busy: seat.busy.filter((busy) => busy.startAt < period.endAt && period.startAt < busy.endAt),
        }));
        expect(bookableTimes({ ...asked, seats })).toEqual(bookableTimes(asked));
      }),
    );
  });

  it('and taken times together fill the real opening time of the night', () => {
    fc.assert(
      fc.property(
        notableDate,
        fc.array(fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 8 })), { maxLength: 8 }), {
          maxLength: 4,
        }),
        ({ zone, date: day }, busySteps) => {
          const period = periodOfDates(day, day, zone);
          const seats = busySteps.map((steps, index) => ({
            id: seatId(index),
            busy: steps.map(([start, length]) => ({
              startAt: addMinutes(period.startAt, 30 * start),
              endAt: addMinutes(period.startAt, 30 * (start + length)),
            })),
          }));
          const times = bookableTimes({
            rules: {
              durationMinutes: 30,
              bufferBeforeMinutes: 0,
              bufferAfterMinutes: 0,
              staffSharePercent: 0,
              stepMinutes: 30,
              minimumNoticeMinutes: 60,
              horizonDays: 30,
            },
            hours: { zone, weekly: everyDay(0, 1440), closures: [] },
            seats,
            from: day,
            until: day,
            now: addMinutes(period.startAt, -2000),
          });
          const free = times.reduce((sum, time) => sum + 30 * time.seatIds.length, 0);
          const inPeriod = new Set(minutesOf(period));
          const taken = seats.reduce(
            (sum, seat) => sum + new Set(seat.busy.flatMap(minutesOf).filter((at) => inPeriod.has(at))).size,
            0,
          );
          expect(free + taken).toBe(inPeriod.size * seats.length);
        },
      ),
    );
  });
});
