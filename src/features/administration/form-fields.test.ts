import { describe, expect, test } from 'vitest';
import { clockRanges, localized } from './form-fields.ts';
import { listPublicHolidays } from './public-holidays.ts';
import { toSlug } from './slug.ts';

const problemOf = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message;

describe('the hours of a day', () => {
  test.each([
    ['', []],
    ['9-12', [[540, 720]]],
    [
      '13.00-16.30, 9.00-12.00',
      [
        [540, 720],
        [780, 990],
      ],
    ],
    [
      '9.00 – 12.00 en 13u-16u30',
      [
        [540, 720],
        [780, 990],
      ],
    ],
  ])('are read as they are written: %j', (written, expected) => {
    const ranges = clockRanges.parse(written).map(({ fromMinute, untilMinute }) => [fromMinute, untilMinute]);
    expect(ranges).toEqual(expected);
  });

  test.each(['9', '12-9', 'altijd', '9-12-13', '9-12, 11-'])('are refused: %j', (written) => {
    expect(problemOf(clockRanges.safeParse(written))).toBe('rangesWrong');
  });

  test.each(['9-12, 11-13', '13-14, 9-13.30'])('are refused because they overlap: %j', (written) => {
    expect(problemOf(clockRanges.safeParse(written))).toBe('rangesOverlap');
  });
});

describe('a text per language', () => {
  test('may be written in one language, which then stands for the others', () => {
    expect(localized(20).parse({ fr: 'Maison' })).toEqual({
      nl: 'Maison',
      fr: 'Maison',
      en: 'Maison',
      de: 'Maison',
    });
  });

  test('must be written in one at least, and not too long', () => {
    expect(problemOf(localized(20).safeParse({}))).toBe('missing');
    expect(problemOf(localized(20).safeParse({ nl: ' ' }))).toBe('missing');
    expect(problemOf(localized(20).safeParse({ nl: 'x'.repeat(21) }))).toBe('tooLong');
  });
});

test.each([
  ['Burgerzaken & Élections', 'burgerzaken-elections'],
  ['  Größe  ', 'gro-e'],
  ['日本', 'nieuw'],
])('a name in an address: %j', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});

describe('public holidays', () => {
  test('of Belgium are the ten of the law, in four languages', async () => {
    const days = await listPublicHolidays('BE', 2027);
    expect(days).toHaveLength(10);
    expect(days.find(({ date }) => date === '2027-07-21')?.name).toEqual({
      nl: 'Nationale feestdag',
      fr: 'Fête nationale',
      en: 'National Holiday',
      de: 'Nationalfeiertag',
    });
  });

  test('of the Netherlands move the King’s day off a Sunday', async () => {
    expect((await listPublicHolidays('NL', 2025)).map(({ date }) => date)).toContain('2025-04-26');
  });
});
