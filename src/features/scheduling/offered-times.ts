import type { SeatId } from '#journey/ids.ts';
import { addDays, type LocalDate, localDateAt, periodOfDates } from '#journey/local-time.ts';
import { addMinutes, type EpochMilliseconds, type Interval } from '#journey/time.ts';
import { bookableTimes } from './bookable-times.ts';
import { chooseSeat } from './choose-seat.ts';
import { type FreeTime, nearestFreeTimes } from './free-times.ts';
import { type DayOfTimes, groupByDay } from './group-by-day.ts';
import type { Schedule } from './schedule.data.ts';

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

/** The free times of some dates, in order. */
function offeredTimes(schedule: Schedule, dates: Dates, now: EpochMilliseconds): FreeTime[] {
  if (!schedule.offersVideo) return [];
  const { rules, hours, seats } = schedule;
  return bookableTimes({ rules, hours, seats, ...dates, now });
}

/** The times that would be free if nobody had booked anything. */
function regularTimes(schedule: Schedule, dates: Dates, now: EpochMilliseconds): FreeTime[] {
  const seats = schedule.seats.map(({ id }) => ({ id, busy: [] }));
  return offeredTimes({ ...schedule, seats }, dates, now);
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
      /** End of the seat's occupation, buffer included. */
      readonly occupiedUntilAt: EpochMilliseconds;
      readonly seatId: SeatId;
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
  const seatId = time && chooseSeat(time.seatIds, loadsOfDay(schedule, date));
  if (time === undefined || seatId === undefined) {
    const kind = regularTimes(schedule, dates, now).some(isAsked) ? 'taken' : 'notOffered';
    return { kind, nearest: proposeTimes(schedule, startAt, now) };
  }
  const occupiedUntilAt = addMinutes(time.endAt, schedule.rules.bufferAfterMinutes);
  return { kind: 'free', endAt: time.endAt, occupiedUntilAt, seatId };
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
