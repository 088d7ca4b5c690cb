import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  datesBetween,
  type LocalDate,
  localDateAt,
  momentOfWall,
  parseLocalDate,
  periodOfDates,
  readZoneOffsets,
  toZonedDateTime,
  weekdayOf,
} from './local-time.ts';
import { epochMilliseconds, toEpoch } from './time.ts';

function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === undefined) throw new Error(`${text} is no date`);
  return parsed;
}

function moment(text: string) {
  return toEpoch(Temporal.Instant.from(text));
}

function wall(day: string, minuteOfDay: number, zone = 'Europe/Brussels') {
  return momentOfWall(date(day), minuteOfDay, readZoneOffsets(zone, date(day), date(day)));
}

describe('a local date', () => {
  it.each(['2026-11-24', '2028-02-29', '0001-01-01', '9999-12-31'])('is read from %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-11-24',
    '2026-11-24T10:00',
    ' 2026-11-24',
    '+010000-01-01',
    '2026-11-24[u-ca=japanese]',
    'vandaag',
    '',
  ])('is not read from "%s"', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  it('differs on the two sides of the date line at the same moment', () => {
    const noon = moment('2026-12-31T10:30Z');
    expect(localDateAt(noon, 'Pacific/Kiritimati')).toBe('2027-01-01');
    expect(localDateAt(noon, 'Europe/Brussels')).toBe('2026-12-31');
    expect(localDateAt(noon, 'Pacific/Pago_Pago')).toBe('2026-12-30');
  });

  it('counts on through months, years and leap days', () => {
    expect(addDays(date('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(date('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(date('2026-03-01'), -1)).toBe('2026-02-28');
  });

  it('knows its weekday, Monday first', () => {
    expect(weekdayOf(date('2026-11-23'))).toBe(1);
    expect(weekdayOf(date('2026-11-29'))).toBe(7);
  });

  it('stands in a list with both ends, which is empty when the ends are the wrong way round', () => {
    expect(datesBetween(date('2026-10-30'), date('2026-11-01'))).toEqual([
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(datesBetween(date('2026-11-01'), date('2026-11-01'))).toEqual(['2026-11-01']);
    expect(datesBetween(date('2026-11-01'), date('2026-10-31'))).toEqual([]);
    expect(datesBetween(date('9999-12-30'), date('9999-12-31'))).toHaveLength(2);
  });

  it.each([
    ['Europe/Brussels', '2026-03-29', 23],
    ['Europe/Brussels', '2026-10-25', 25],
    ['Europe/Brussels', '2026-11-24', 24],
    ['Asia/Beirut', '2027-03-28', 23],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Pacific/Kiritimati', '2026-12-31', 24],
  ])('in %s on %s lasts %d hours', (zone, day, hours) => {
    const period = periodOfDates(date(day), date(day), zone);
    expect((period.endAt - period.startAt) / 3_600_000).toBe(hours);
    expect(localDateAt(period.startAt, zone)).toBe(day);
    expect(localDateAt(epochMilliseconds(period.startAt - 1), zone)).toBe(addDays(date(day), -1));
  });
});

describe('the moment of a wall time', () => {
  it('is the moment of the jump for every time that is skipped in spring', () => {
    const jump = moment('2026-03-29T01:00Z');
    expect([120, 150, 179, 180].map((minute) => wall('2026-03-29', minute))).toEqual([
      jump,
      jump,
      jump,
      jump,
    ]);
    expect(wall('2026-03-29', 119)).toBe(moment('2026-03-29T00:59Z'));
    expect(wall('2026-03-29', 181)).toBe(moment('2026-03-29T01:01Z'));
  });

  it('is the first passing of a time that comes twice in autumn', () => {
    expect(wall('2026-10-25', 120)).toBe(moment('2026-10-25T00:00Z'));
    expect(wall('2026-10-25', 179)).toBe(moment('2026-10-25T00:59Z'));
    expect(wall('2026-10-25', 180)).toBe(moment('2026-10-25T02:00Z'));
  });

  it('at minute 1440 is the start of the next date', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-25', '2026-11-24']) {
      expect(wall(day, 1440)).toBe(wall(addDays(date(day), 1), 0));
    }
  });

  it('agrees with Temporal for every wall time that exists once, in any zone and on any date', () => {
    const zones = [
      'Europe/Brussels',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, days, minuteOfDay) => {
          const day = addDays(date('2024-01-01'), days);
          const at = momentOfWall(day, minuteOfDay, readZoneOffsets(zone, day, addDays(day, 3)));
          const local = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minuteOfDay });
          const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
            toEpoch(local.toZonedDateTime(zone, { disambiguation })),
          );
          fc.pre(earlier === later);
          expect(at).toBe(earlier);
          expect(toZonedDateTime(at, zone).toPlainDateTime().equals(local)).toBe(true);
        },
      ),
    );
  });

  it('never goes back while the clock on the wall goes on', () => {
    for (const [zone, day] of [
      ['Europe/Brussels', '2026-03-29'],
      ['Europe/Brussels', '2026-10-25'],
      ['Asia/Beirut', '2027-03-28'],
      ['Australia/Lord_Howe', '2026-10-04'],
    ] as const) {
      const offsets = readZoneOffsets(zone, date(day), date(day));
      const moments = Array.from({ length: 1441 }, (_, minute) => momentOfWall(date(day), minute, offsets));
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });
});

describe('the offsets of a zone', () => {
  it('are one in a zone whose clocks never change, and three in a year of summer time', () => {
    expect(readZoneOffsets('Pacific/Pago_Pago', date('2026-01-01'), date('2026-12-31'))).toHaveLength(1);
    const brussels = readZoneOffsets('Europe/Brussels', date('2026-01-01'), date('2026-12-31'));
    expect(brussels.map((offset) => offset.offsetMilliseconds / 3_600_000)).toEqual([1, 2, 1]);
    expect(brussels[0]?.endAt).toBe(brussels[1]?.startAt);
  });
});
