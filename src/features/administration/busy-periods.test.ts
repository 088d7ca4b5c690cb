import { describe, expect, test } from 'vitest';
import { toEpoch } from '#journey/time.ts';
import { readBusyPeriods } from './busy-periods.ts';

const at = (text: string) => toEpoch(new Date(text));
const within = { startAt: at('2026-11-01T00:00Z'), endAt: at('2027-11-01T00:00Z') };
const brussels = 'Europe/Brussels';

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...lines, 'END:VCALENDAR'].join('\r\n');
}
function event(...lines: string[]): string {
  return ['BEGIN:VEVENT', 'UID:1@test', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
}
function read(text: string, zone = brussels): string[] {
  return readBusyPeriods(text, within, zone).map(({ startAt, endAt }) =>
    [startAt, endAt].map((moment) => new Date(moment).toISOString().slice(0, 16)).join('/'),
  );
}

describe('an event', () => {
  test.each([
    ['in UTC', ['DTSTART:20261208T090000Z', 'DTEND:20261208T100000Z'], '2026-12-08T09:00/2026-12-08T10:00'],
    [
      'in New York, without a definition of the zone',
      ['DTSTART;TZID=America/New_York:20261208T090000', 'DURATION:PT1H'],
      '2026-12-08T14:00/2026-12-08T15:00',
    ],
    ['of no zone', ['DTSTART:20261208T090000', 'DTEND:20261208T100000'], '2026-12-08T08:00/2026-12-08T09:00'],
    ['of a whole day', ['DTSTART;VALUE=DATE:20261208'], '2026-12-07T23:00/2026-12-08T23:00'],
    [
      'of the day on which the clock goes forward',
      ['DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270329'],
      '2027-03-27T23:00/2027-03-28T22:00',
    ],
  ])('%s is busy at the right instant', (_what, lines, expected) => {
    expect(read(calendar(event(...lines)))).toEqual([expected]);
  });

  test('goes by the definition in the file when its zone is none of the world’s list', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Somewhere else',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const one = event('DTSTART;TZID="Somewhere else":20261208T090000', 'DURATION:PT1H');
    expect(read(calendar(...zone, one))).toEqual(['2026-12-08T06:00/2026-12-08T07:00']);
  });

  test.each(['STATUS:CANCELLED', 'TRANSP:TRANSPARENT'])('with %s is free', (line) => {
    expect(read(calendar(event(line, 'DTSTART:20261208T090000Z', 'DURATION:PT1H')))).toEqual([]);
  });

  test('outside the stretch of time that is asked for is left out, and cut where it reaches over', () => {
    const long = event('DTSTART:20261031T000000Z', 'DTEND:20261101T010000Z');
    const past = event('DTSTART:20200101T000000Z', 'DTEND:20200101T010000Z');
    expect(read(calendar(long, past))).toEqual(['2026-11-01T00:00/2026-11-01T01:00']);
  });
});

describe('what repeats', () => {
  test('keeps its wall time when the clock changes', () => {
    const weekly = event(
      'DTSTART;TZID=Europe/Brussels:20270315T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=3',
    );
    expect(read(calendar(weekly))).toEqual([
      '2027-03-15T08:00/2027-03-15T09:00',
      '2027-03-22T08:00/2027-03-22T09:00',
      '2027-03-29T07:00/2027-03-29T08:00',
    ]);
  });

  test('without end goes as far as is asked for', () => {
    const daily = event('DTSTART:20100101T120000Z', 'DURATION:PT30M', 'RRULE:FREQ=DAILY');
    expect(read(calendar(daily))).toHaveLength(365);
  });

  test('leaves out dates that are taken out, cancelled or free, and follows those that moved', () => {
    const series = event(
      'DTSTART:20261201T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=5',
      'EXDATE:20261202T090000Z',
    );
    const cancelled = event(
      'RECURRENCE-ID:20261203T090000Z',
      'STATUS:CANCELLED',
      'DTSTART:20261203T090000Z',
      'DURATION:PT1H',
    );
    const moved = event('RECURRENCE-ID:20261204T090000Z', 'DTSTART:20261204T150000Z', 'DURATION:PT2H');
    expect(read(calendar(series, cancelled, moved))).toEqual([
      '2026-12-01T09:00/2026-12-01T10:00',
      '2026-12-04T15:00/2026-12-04T17:00',
      '2026-12-05T09:00/2026-12-05T10:00',
    ]);
  });

  test('every second for ever ends all the same', () => {
    const flood = event('DTSTART:20100101T120000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY');
    expect(read(calendar(flood))).toEqual([]);
  });
});

test('free and busy time alone is read without what is free', () => {
  const lines = [
    'BEGIN:VFREEBUSY',
    'UID:2@test',
    'DTSTAMP:20261101T000000Z',
    'FREEBUSY;FBTYPE=FREE:20261208T060000Z/PT1H',
    'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261208T090000Z/PT1H,20261208T120000Z/20261208T130000Z',
    'FREEBUSY:20261208T095000Z/PT30M',
    'END:VFREEBUSY',
  ];
  expect(read(calendar(...lines))).toEqual([
    '2026-12-08T09:00/2026-12-08T10:20',
    '2026-12-08T12:00/2026-12-08T13:00',
  ]);
});

test.each(['', '<html>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])(
  'what is no calendar is refused: %j',
  (text) => {
    expect(() => readBusyPeriods(text, within, brussels)).toThrow();
  },
);
