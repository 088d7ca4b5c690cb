import { describe, expect, it } from 'vitest';
import { type LocalDate, momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import { languages } from './content.ts';
import { holidaysToCome } from './holidays.ts';

const zone = 'Europe/Brussels';
const noonOn = (date: string) =>
  momentOfWall(date as LocalDate, 720, readZoneOffsets(zone, date as LocalDate, date as LocalDate));

describe('the holidays of the demo', () => {
  it('are the ten of Belgium, this year and next, in every language', async () => {
    const all = await holidaysToCome(noonOn('2025-12-28'), zone);
    const holidays = all.filter(({ date }) => date < '2027-01-01');
    expect(holidays.map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-07-21',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
    expect(holidays[1]?.name).toEqual({
      nl: 'Paasmaandag',
      fr: 'Lundi de Pâques',
      en: 'Easter Monday',
      de: 'Ostermontag',
    });
    for (const { name } of holidays) for (const language of languages) expect(name[language]).not.toBe('');
  });

  it('reach to the end of next year', async () => {
    expect((await holidaysToCome(noonOn('2026-11-22'), zone)).at(-1)?.date).toBe('2027-12-25');
  });

  it.each(['2026-12-24', '2026-12-25'])(
    'close neither that day nor the next, started on %s',
    async (today) => {
      expect((await holidaysToCome(noonOn(today), zone))[0]?.date).toBe('2027-01-01');
    },
  );
});
