import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#journey/local-time.ts';
import { addMinutes, type EpochMilliseconds, toEpoch } from '#journey/time.ts';
import { everyDay, seatId } from './arbitraries.ts';
import {
  type BookableTimesQuestion,
  bookableTimes,
  bookingLimits,
  occupiedPeriod,
} from './bookable-times.ts';
import type { BookingRules } from './booking-rules.ts';

const BRUSSELS = 'Europe/Brussels';
const RULES: BookingRules = {
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  staffSharePercent: 0,
  stepMinutes: 30,
  minimumNoticeMinutes: 60,
  horizonDays: 30,
};
function date(text: string): LocalDate {
  return text as LocalDate;
}

function moment(text: string): EpochMilliseconds {
  return toEpoch(Temporal.Instant.from(text));
}

function ask(part: Partial<BookableTimesQuestion>): BookableTimesQuestion {
  return {
    rules: RULES,
    hours: { zone: BRUSSELS, weekly: everyDay(0, 1440), closures: [] },
    seats: [{ id: seatId(1), busy: [] }],
    from: date('2026-11-24'),
    until: date('2026-11-24'),
    now: moment('2026-11-20T09:00+01:00'),
    ...part,
  };
}

function startsIn(zone: string, asked: BookableTimesQuestion): string[] {
  return bookableTimes(asked).map(({ startAt }) =>
    Temporal.Instant.fromEpochMilliseconds(startAt)
      .toZonedDateTimeISO(zone)
      .toString({ smallestUnit: 'minute', timeZoneName: 'never' }),
  );
}

describe('the times that can be booked', () => {
  it('keep the minimum notice, to the minute', () => {
    const now = moment('2026-11-24T13:00+01:00');
    expect(startsIn(BRUSSELS, ask({ now }))[0]).toBe('2026-11-24T14:00+01:00');
    expect(startsIn(BRUSSELS, ask({ now: addMinutes(now, 1) }))[0]).toBe('2026-11-24T14:30+01:00');
  });

  it('keep no notice for staff, who see their own day, but nothing that is past', () => {
    const now = moment('2026-11-24T13:10+01:00');
    expect(startsIn(BRUSSELS, ask({ now, audience: 'staff' }))[0]).toBe('2026-11-24T13:30+01:00');
  });

  it('end with the last date of the horizon', () => {
    const asked = ask({
      rules: { ...RULES, horizonDays: 2 },
      from: date('2026-11-20'),
      until: date('2027-12-31'),
    });
    expect(startsIn(BRUSSELS, asked).at(-1)).toBe('2026-11-22T23:30+01:00');
    expect(startsIn(BRUSSELS, { ...asked, from: date('2026-11-23') })).toEqual([]);
  });

  it('are those of today alone with a horizon of no days', () => {
    const asked = ask({
      rules: { ...RULES, horizonDays: 0 },
      from: date('0001-01-01'),
      until: date('9999-12-31'),
    });
    const starts = startsIn(BRUSSELS, asked);
    expect([starts[0], starts.at(-1)]).toEqual(['2026-11-20T10:00+01:00', '2026-11-20T23:30+01:00']);
  });

  it('are none when the dates are the wrong way round or have passed', () => {
    expect(bookableTimes(ask({ from: date('2026-11-25') }))).toEqual([]);
    expect(bookableTimes(ask({ from: date('2026-11-01'), until: date('2026-11-19') }))).toEqual([]);
  });

  it('run on past midnight where the team is open through the night, unless the next date is a closure', () => {
    const asked = ask({ rules: { ...RULES, durationMinutes: 45, stepMinutes: 15 } });
    expect(startsIn(BRUSSELS, asked).at(-1)).toBe('2026-11-24T23:45+01:00');
    const hours = { ...asked.hours, closures: [date('2026-11-25')] };
    expect(startsIn(BRUSSELS, { ...asked, hours }).at(-1)).toBe('2026-11-24T23:15+01:00');
  });

  it('are 46, 50 or 48 half hours on the nights in spring and autumn and on other days', () => {
    const count = (day: string) => {
      const now = moment(`${addDays(date(day), -3)}T09:00Z`);
      return bookableTimes(ask({ now, from: date(day), until: date(day) })).length;
    };
    expect(['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2026-11-24'].map(count)).toEqual([
      46, 50, 46, 50, 48,
    ]);
  });

  it('stand at the same wall times before and after a change of the clock', () => {
    const weekly = everyDay(540, 600);
    const asked = ask({
      hours: { zone: BRUSSELS, weekly, closures: [] },
      now: moment('2026-10-20T09:00Z'),
      from: date('2026-10-24'),
      until: date('2026-10-25'),
    });
    expect(startsIn(BRUSSELS, asked)).toEqual([
      '2026-10-24T09:00+02:00',
      '2026-10-24T09:30+02:00',
      '2026-10-25T09:00+01:00',
      '2026-10-25T09:30+01:00',
    ]);
  });

  it.each([
    ['Pacific/Kiritimati', '2027-01-01T09:00+14:00'],
    ['Pacific/Pago_Pago', '2027-01-01T09:00-11:00'],
  ])('stand on the local date in %s, a day apart from the other side of the date line', (zone, first) => {
    const weekly = everyDay(540, 600);
    const asked = ask({
      hours: { zone, weekly, closures: [] },
      now: moment('2026-12-28T09:00Z'),
      from: date('2027-01-01'),
      until: date('2027-01-01'),
    });
    expect(startsIn(zone, asked)[0]).toBe(first);
  });
});

describe('the limits of booking', () => {
  it('count the horizon in local dates, across the change of the clock', () => {
    const limits = bookingLimits({ ...RULES, horizonDays: 1 }, BRUSSELS, moment('2026-10-24T23:30+02:00'));
    expect(limits.notBefore).toBe(moment('2026-10-25T00:30+02:00'));
    expect(limits.notAfter).toBe(moment('2026-10-25T23:59:59.999+01:00'));
  });
});

describe('the period of occupations to look at', () => {
  it('lasts from the first midnight until an appointment begun in the last minute is over, with its buffer', () => {
    const period = occupiedPeriod(
      { ...RULES, bufferAfterMinutes: 10 },
      BRUSSELS,
      date('2026-10-24'),
      date('2026-10-25'),
    );
    expect(period.startAt).toBe(moment('2026-10-24T00:00+02:00'));
    expect(period.endAt).toBe(moment('2026-10-26T00:40+01:00'));
  });
});
