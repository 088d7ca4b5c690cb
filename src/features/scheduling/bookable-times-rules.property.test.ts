import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocationId, SeatId } from '#journey/ids.ts';
import { addDays, type LocalDate, periodOfDates } from '#journey/local-time.ts';
import { addMinutes, type Interval } from '#journey/time.ts';
import {
  type ClockReading,
  intervalFrom,
  minutesOf,
  notableDate,
  occupiedSeats,
  readClock,
  seatId,
  weeklyHours,
} from './arbitraries.ts';
import { type BookableTimesQuestion, bookableTimes, shareOf } from './bookable-times.ts';
import type { FreeTime } from './free-times.ts';
import { isKeptForStaff } from './kept-times.ts';
import type { WeeklyOpening } from './opening-hours.ts';

const locations = ['location-1', 'location-2'] as LocationId[];
const anyLocation = fc.constantFrom(null, ...locations);

/** Hours that may hold in one building only, and from or until a date near the notable one. */
const boundHours = (day: LocalDate) =>
  fc
    .tuple(
      weeklyHours(10),
      fc.array(
        fc.record({
          locationId: anyLocation,
          seatIds: fc.constantFrom(null, [], [seatId(1)], [seatId(2), seatId(3)]),
          validFrom: fc.constantFrom(null, null, addDays(day, -1), day, addDays(day, 1)),
          validUntil: fc.constantFrom(null, null, addDays(day, -1), day, addDays(day, 1)),
        }),
        { minLength: 24, maxLength: 24 },
      ),
    )
    .map(([weekly, bounds]) => weekly.map((opening, index) => ({ ...opening, ...bounds[index] })));

/** Everything that decides, around one of the notable dates. */
const question = notableDate.chain(({ zone, date: day }) => {
  const { startAt } = periodOfDates(day, day, zone);
  const seats = fc
    .tuple(
      occupiedSeats(startAt, 5),
      fc.array(fc.record({ locationId: anyLocation, staffing: fc.oneof(fc.constant([]), weeklyHours(10)) }), {
        minLength: 4,
        maxLength: 4,
      }),
    )
    .map(([occupied, more]) => occupied.map((seat, index) => ({ ...seat, ...more[index] })));
  const capacity = fc.record({
    atOnce: fc.integer({ min: 0, max: 3 }),
    busy: fc.array(
      fc
        .tuple(fc.integer({ min: -300, max: 2000 }), fc.nat({ max: 300 }))
        .map(([start, length]) => intervalFrom(startAt, start, length)),
      { maxLength: 12 },
    ),
  });
  return fc.record({
    rules: fc.record({
      durationMinutes: fc.integer({ min: 5, max: 90 }),
      bufferBeforeMinutes: fc.constantFrom(0, 10),
      bufferAfterMinutes: fc.constantFrom(0, 5),
      stepMinutes: fc.constantFrom(5, 10, 20, 30),
      minimumNoticeMinutes: fc.constant(0),
      horizonDays: fc.constant(5),
      staffSharePercent: fc.constantFrom(0, 10, 40),
    }),
    hours: fc.record({
      zone: fc.constant(zone),
      weekly: boundHours(day),
      closures: fc.constantFrom([], [day]),
    }),
    seats,
    capacity: fc.option(capacity, { nil: null }),
    audience: fc.constantFrom('citizen' as const, 'staff' as const),
    from: fc.constant(day),
    until: fc.constantFrom(day, addDays(day, 1)),
    now: fc.constant(addMinutes(startAt, -60)),
    day: fc.constant(day),
  });
});

type Asked = BookableTimesQuestion & { readonly day: LocalDate };
type Pair = { readonly time: FreeTime; readonly seat: BookableTimesQuestion['seats'][number] };

function pairsOf(asked: BookableTimesQuestion): Pair[] {
  return bookableTimes(asked).flatMap((time) =>
    time.seatIds.map((id) => ({ time, seat: asked.seats.find((seat) => seat.id === id) as Pair['seat'] })),
  );
}

const clocks = new Map<string, ReadonlyMap<number, ClockReading>>();

/** The clock in the minutes that it shows once, around the notable date. */
function clockOf({ hours, day }: Asked): ReadonlyMap<number, ClockReading> {
  const name = `${hours.zone} ${day}`;
  const known = clocks.get(name);
  if (known) return known;
  const shown = Map.groupBy(readClock(hours.zone, day), ({ date, minuteOfDay }) => `${date} ${minuteOfDay}`);
  const once = [...shown.values()].flatMap((readings) => (readings.length === 1 ? readings : []));
  const clock = new Map(once.map((reading) => [reading.at as number, reading]));
  clocks.set(name, clock);
  return clock;
}

function readingsOf(asked: Asked, stretch: Interval): ClockReading[] {
  const clock = clockOf(asked);
  return minutesOf(stretch).flatMap((at) => clock.get(at) ?? []);
}

function holds(opening: WeeklyOpening, { date, weekday, minuteOfDay }: ClockReading): boolean {
  return (
    opening.weekday === weekday &&
    opening.opensAtMinute <= minuteOfDay &&
    minuteOfDay < opening.closesAtMinute &&
    (!opening.validFrom || opening.validFrom <= date) &&
    (!opening.validUntil || date <= opening.validUntil)
  );
}

describe('the times that can be booked at each seat', () => {
  it('lie in the hours of its building that hold on the date, and in its staffing, minute by minute', () => {
    fc.assert(
      fc.property(question, (asked) => {
        for (const { time, seat } of pairsOf(asked)) {
          const hours = asked.hours.weekly.filter(
            ({ locationId, seatIds }) =>
              (!locationId || locationId === seat.locationId) &&
              (!seatIds?.length || seatIds.includes(seat.id)),
          );
          const staffing = seat.staffing ?? [];
          const outside = readingsOf(asked, time).filter(
            (reading) =>
              (asked.hours.closures as readonly LocalDate[]).includes(reading.date) ||
              !hours.some((opening) => holds(opening, reading)) ||
              (staffing.length > 0 && !staffing.some((shift) => holds(shift, reading))),
          );
          expect(outside).toEqual([]);
        }
      }),
    );
  });

  it('keep clear of what is on it, with both buffers, and of the hours in which the channel is full', () => {
    fc.assert(
      fc.property(question, (asked) => {
        for (const { time, seat } of pairsOf(asked)) {
          const occupied = minutesOf({
            startAt: addMinutes(time.startAt, -asked.rules.bufferBeforeMinutes),
            endAt: addMinutes(time.endAt, asked.rules.bufferAfterMinutes),
          });
          const { atOnce, busy } = asked.capacity ?? { atOnce: Number.POSITIVE_INFINITY, busy: [] };
          const clashes = occupied.filter((at) => {
            const isIn = ({ startAt, endAt }: Interval) => startAt <= at && at < endAt;
            return seat.busy.some(isIn) || busy.filter(isIn).length >= atOnce;
          });
          expect(clashes).toEqual([]);
        }
      }),
    );
  });

  it('are for staff those of citizens and those kept for staff, together and none twice', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const name = ({ time, seat }: Pair) => `${time.startAt} ${seat.id}`;
        const all = pairsOf({ ...asked, audience: 'staff' });
        const share = shareOf(asked.rules, asked.seats.length);
        const places = asked.seats.map(({ id }) => id);
        const kept = all.filter(({ time, seat }) =>
          isKeptForStaff(time.startAt, places.indexOf(seat.id), share),
        );
        const open = pairsOf({ ...asked, audience: 'citizen' });
        expect([...open, ...kept].map(name).sort()).toEqual(all.map(name).sort());
      }),
    );
  });

  it('stay as they are elsewhere when one of them is booked', () => {
    fc.assert(
      fc.property(question, fc.nat(), (asked, pick) => {
        const before = pairsOf(asked);
        const chosen = before[pick % Math.max(1, before.length)];
        if (chosen === undefined) return;
        const occupied = {
          startAt: addMinutes(chosen.time.startAt, -asked.rules.bufferBeforeMinutes),
          endAt: addMinutes(chosen.time.endAt, asked.rules.bufferAfterMinutes),
        };
        const seats = asked.seats.map((seat) =>
          seat === chosen.seat ? { ...seat, busy: [...seat.busy, occupied] } : seat,
        );
        const of = (pairs: readonly Pair[], isChosen: (id: SeatId) => boolean) =>
          pairs.filter(({ seat }) => isChosen(seat.id)).map(({ time, seat }) => `${time.startAt} ${seat.id}`);
        const after = pairsOf({ ...asked, seats });
        const elsewhere = (id: SeatId) => id !== chosen.seat.id;
        expect(of(after, elsewhere)).toEqual(of(before, elsewhere));
        const here = (id: SeatId) => id === chosen.seat.id;
        expect(of(before, here)).toEqual(expect.arrayContaining(of(after, here)));
        expect(of(after, here)).not.toContain(`${chosen.time.startAt} ${chosen.seat.id}`);
      }),
    );
  });
});
