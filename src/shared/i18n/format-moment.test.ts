import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import {
  capitalise,
  formatClock,
  formatDay,
  formatDayRange,
  formatMoment,
  formatMoney,
  formatNearMoment,
  formatStripDay,
} from './format-moment.ts';

const at = Date.parse('2026-11-24T09:40:00Z');
const style = (language: (typeof languages)[number]) => ({ language, timeZone: 'Europe/Brussels' }) as const;
const everywhere = <Value>(write: (style_: ReturnType<typeof style>) => Value) =>
  Object.fromEntries(languages.map((language) => [language, write(style(language))]));

describe('a moment in words', () => {
  test('has weekday, date, year and a time as the language writes it', () => {
    expect(everywhere((words) => formatMoment(at, words))).toEqual({
      nl: 'dinsdag 24 november 2026, 10.40 uur',
      fr: 'mardi 24 novembre 2026, 10\u00a0h\u00a040',
      en: 'Tuesday 24 November 2026, 10.40',
      de: 'Dienstag, 24. November 2026, 10.40 Uhr',
    });
  });

  test('can leave out the year when it is near', () => {
    expect(formatNearMoment(at, style('nl'))).toBe('dinsdag 24 november, 10.40 uur');
    expect(formatDay(new Date(at), style('de'))).toBe('Dienstag, 24. November');
  });

  test('is by the clock of the organisation, not of the server', () => {
    expect(formatMoment(at, { language: 'en', timeZone: 'Atlantic/Azores' })).toBe(
      'Tuesday 24 November 2026, 08.40',
    );
  });

  test('says midnight and the early hours with two digits, in French without a zero', () => {
    const early = Date.parse('2026-11-24T08:05:00Z');
    expect(everywhere((words) => formatClock(early, words))).toEqual({
      nl: '09.05',
      fr: '9\u00a0h\u00a005',
      en: '09.05',
      de: '09.05',
    });
    expect(formatClock(Date.parse('2026-11-23T23:00:00Z'), style('nl'))).toBe('00.00');
  });

  test('tells the two passings of the hour that comes twice apart', () => {
    const words = style('nl');
    expect(formatClock(Date.parse('2026-10-25T00:30:00Z'), words)).toBe('02.30 (UTC+02:00)');
    expect(formatClock(Date.parse('2026-10-25T01:30:00Z'), words)).toBe('02.30 (UTC+01:00)');
    expect(formatClock(Date.parse('2026-10-25T02:30:00Z'), words)).toBe('03.30');
  });
});

describe('days', () => {
  test('in a strip are a short weekday and a number', () => {
    expect(everywhere((words) => formatStripDay(at, words))).toEqual({
      nl: { weekday: 'Di', day: '24' },
      fr: { weekday: 'Mar', day: '24' },
      en: { weekday: 'Tue', day: '24' },
      de: { weekday: 'Di', day: '24' },
    });
  });

  test('from one to another name the month once when it is the same', () => {
    const day = 86_400_000;
    expect(everywhere((words) => formatDayRange(at - day, at + 3 * day, words))).toEqual({
      nl: '23 tot 27 november',
      fr: '23 au 27 novembre',
      en: '23 to 27 November',
      de: '23. bis 27. November',
    });
    expect(formatDayRange(at + 4 * day, at + 8 * day, style('nl'))).toBe('28 november tot 2 december');
    expect(formatDayRange(at, at, style('nl'))).toBe('24 november');
  });

  test('begin a line with a capital', () => {
    expect(capitalise(formatDay(at, style('fr')), 'fr')).toBe('Mardi 24 novembre');
  });
});

test('an amount is written as the language does', () => {
  expect(formatMoney(2550, 'nl')).toBe('€\u00a025,50');
  expect(formatMoney(2550, 'en')).toBe('€25.50');
});
