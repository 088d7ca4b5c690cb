import type { LocationId, SeatId } from '#journey/ids.ts';
import { addDays, type LocalDate, localDateAt, periodOfDates } from '#journey/local-time.ts';
import {
  addMinutes,
  type EpochMilliseconds,
  type Interval,
  MINUTE_MILLISECONDS,
  sortByStart,
} from '#journey/time.ts';
import { bookableTimes, isOpenFor, shareOf } from './bookable-times.ts';
import { type BookingRules, isTooLong } from './booking-rules.ts';
import { chooseSeat } from './choose-seat.ts';
import { type FreeTime, nearestFreeTimes } from './free-times.ts';
import { type DayOfTimes, groupByDay } from './group-by-day.ts';
import { isKeptForStaff } from './kept-times.ts';
import type { Schedule, ScheduledSeat } from './schedule.ts';

/** How many times are proposed instead of one that is gone. */
const proposals = 6;
/** Most often they are found within so many days before and after. */
const daysAround = 3;

/** A day on which the team receives people. */
export type OfferedDay = DayOfTimes<FreeTime> & {
  /** Every time of it is taken. */
  readonly full: boolean;
};

type Dates = { readonly from: LocalDate; readonly until: LocalDate };

/** The free times of some dates, in order; also that of the appointment that gives up its own, which may lie between two others. */
function offeredTimes(schedule: Schedule, dates: Dates, now: EpochMilliseconds): FreeTime[] {
  if (!schedule.offersChannel || schedule.apart || isTooLong(schedule.rules)) return [];
  const { rules, hours, seats, capacity, wish } = schedule;
  const question = { rules, hours, seats, capacity, audience: wish.audience, ...dates, now };
  const times = bookableTimes(question);
  const onlyAt = wish.own?.startAt;
  if (onlyAt === undefined) return times;
  const others = times.filter(({ startAt }) => startAt !== onlyAt);
  const own = bookableTimes({ ...question, rules: rulesAt(schedule, onlyAt), onlyAt });
  return own.length === 0 ? others : [...sortByStart([...others, ...own])];
}

/** The rules for a start: who keeps the time of an appointment keeps its length and buffers too. */
function rulesAt({ rules, wish: { own } }: Schedule, startAt: EpochMilliseconds): BookingRules {
  if (own?.startAt !== startAt) return rules;
  const minutes = (from: EpochMilliseconds, until: EpochMilliseconds) => (until - from) / MINUTE_MILLISECONDS;
  return {
    ...rules,
    durationMinutes: minutes(own.startAt, own.endAt),
    bufferBeforeMinutes: minutes(own.occupiedFromAt, own.startAt),
    bufferAfterMinutes: minutes(own.endAt, own.occupiedUntilAt),
  };
}

/** The times that would be free if nobody had booked anything; which seats, nobody asks. */
function regularTimes(schedule: Schedule, dates: Dates, now: EpochMilliseconds): FreeTime[] {
  const { seats, rules, hours } = schedule;
  // Without anything on them, seats that are staffed and open alike in one place are alike; only which times are kept tells them apart.
  const different =
    rules.staffSharePercent > 0 ? seats : distinctBy(seats, (seat) => likenessOf(seat, hours));
  const capacity = schedule.capacity && { ...schedule.capacity, busy: [] };
  const empty = different.map((seat) => ({ ...seat, busy: [] }));
  return offeredTimes({ ...schedule, seats: empty, capacity }, dates, now);
}

function likenessOf(seat: ScheduledSeat, { weekly }: Schedule['hours']): string {
  const own = weekly.filter(({ seatIds }) => seatIds?.length).map((opening) => isOpenFor(seat, opening));
  return `${seat.locationId} ${own} ${JSON.stringify(seat.staffing)}`;
}

function distinctBy<T>(all: readonly T[], keyOf: (each: T) => string): readonly T[] {
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

/** From today to the last date that can be booked. */
function horizonOf({ rules, hours }: Schedule, now: EpochMilliseconds): Dates {
  const from = localDateAt(now, hours.zone);
  return { from, until: addDays(from, rules.horizonDays) };
}

/** The days with times, in order, from the first that has a free one; days on which the team is closed are left out. */
export function offeredDays(schedule: Schedule, now: EpochMilliseconds): OfferedDay[] {
  const { zone } = schedule.hours;
  const dates = horizonOf(schedule, now);
  const free = new Map(groupByDay(offeredTimes(schedule, dates, now), zone).map((day) => [day.date, day]));
  const days = groupByDay(regularTimes(schedule, dates, now), zone).map(({ date }): OfferedDay => {
    const day = free.get(date);
    return day === undefined ? fullDay(date) : { ...day, full: false };
  });
  const first = days.findIndex((day) => !day.full);
  return first === -1 ? [] : days.slice(first);
}

function fullDay(date: LocalDate): OfferedDay {
  return { date, count: 0, morning: [], afternoon: [], evening: [], full: true };
}

/** What there is to say about booking one moment. */
export type TimeAnswer =
  | {
      readonly kind: 'free';
      readonly endAt: EpochMilliseconds;
      /** Start of the seat's occupation, buffer included. */
      readonly occupiedFromAt: EpochMilliseconds;
      /** End of the seat's occupation, buffer included. */
      readonly occupiedUntilAt: EpochMilliseconds;
      readonly seatId: SeatId;
      /** Where the seat is; null when nobody comes there. */
      readonly locationId: LocationId | null;
    }
  /** `taken`: offered, but somebody has it. `notOffered`: past, too soon, too far, closed, or between two times. */
  | { readonly kind: 'taken' | 'notOffered'; readonly nearest: readonly Interval[] };

/** Whether an appointment can start at a moment, and if so at which seat; if not, the nearest free times. */
export function answerTime(
  schedule: Schedule,
  startAt: EpochMilliseconds,
  now: EpochMilliseconds,
): TimeAnswer {
  const date = localDateAt(startAt, schedule.hours.zone);
  const dates = { from: date, until: date };
  const isAsked = (time: Interval) => time.startAt === startAt;
  const time = offeredTimes(schedule, dates, now).find(isAsked);
  const seat = time && pickSeat(schedule, time, date);
  if (time === undefined || seat === undefined) {
    const kind = regularTimes(schedule, dates, now).some(isAsked) ? 'taken' : 'notOffered';
    return { kind, nearest: proposeTimes(schedule, startAt, now) };
  }
  const { bufferBeforeMinutes, bufferAfterMinutes } = rulesAt(schedule, startAt);
  return {
    kind: 'free',
    endAt: time.endAt,
    occupiedFromAt: addMinutes(startAt, -bufferBeforeMinutes),
    occupiedUntilAt: addMinutes(time.endAt, bufferAfterMinutes),
    seatId: seat.id,
    locationId: seat.locationId,
  };
}

/**
 * The seat that gets the appointment: one where the language is spoken, when there is one; for staff one that is kept for them, so
 * that the others stay for citizens; of those the one with the least on it.
 */
function pickSeat(schedule: Schedule, time: FreeTime, date: LocalDate): ScheduledSeat | undefined {
  const { seats, wish, rules } = schedule;
  const share = shareOf(rules, seats.length);
  const free = seats.flatMap((seat, index) =>
    time.seatIds.includes(seat.id) ? [{ seat, isKept: isKeptForStaff(time.startAt, index, share) }] : [],
  );
  const speaking = preferring(free, ({ seat }) => seat.languages.includes(wish.language));
  const best = preferring(speaking, ({ isKept }) => isKept === (wish.audience === 'staff'));
  const chosen = chooseSeat(
    best.map(({ seat }) => seat.id),
    loadsOfDay(schedule, date),
  );
  return seats.find(({ id }) => id === chosen);
}

/** Those that are preferred, or all when there are none. */
function preferring<T>(all: readonly T[], isPreferred: (each: T) => boolean): readonly T[] {
  const preferred = all.filter(isPreferred);
  return preferred.length > 0 ? preferred : all;
}

/** The nearest free times: of the days around it, and only when those have too few, of the whole horizon. */
function proposeTimes(schedule: Schedule, wanted: EpochMilliseconds, now: EpochMilliseconds): Interval[] {
  const date = localDateAt(wanted, schedule.hours.zone);
  const around = { from: addDays(date, -daysAround), until: addDays(date, daysAround) };
  const near = offeredTimes(schedule, around, now);
  const free = near.length >= proposals ? near : offeredTimes(schedule, horizonOf(schedule, now), now);
  return nearestFreeTimes(free, wanted, proposals).map(({ startAt, endAt }) => ({ startAt, endAt }));
}

/** How many appointments each seat has on a local date. */
function loadsOfDay(schedule: Schedule, date: LocalDate): Map<SeatId, number> {
  const day = periodOfDates(date, date, schedule.hours.zone);
  const isOnDay = ({ startAt }: Interval) => startAt >= day.startAt && startAt < day.endAt;
  return new Map(schedule.seats.map((seat) => [seat.id, seat.busy.filter(isOnDay).length]));
}
