import Holidays from 'date-holidays';
import { addDays, type LocalDate, localDateAt } from '#journey/local-time.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { type Language, languages } from './content.ts';

export type HolidayContent = { readonly date: LocalDate; readonly name: Record<Language, string> };

/**
 * The public holidays of Belgium in this year and the next, from the day after tomorrow on. Demo default, as the hours are: whoever
 * starts the demo on Christmas Day can hold an appointment at once, and still sees how a closed day looks.
 */
export function holidaysToCome(now: EpochMilliseconds, timeZone: string): HolidayContent[] {
  const today = localDateAt(now, timeZone);
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap(holidaysOf).filter(({ date }) => date > addDays(today, 1));
}

function holidaysOf(year: number): HolidayContent[] {
  const inLanguages = languages.map((language) =>
    new Holidays('BE', { types: ['public'], languages: [language] }).getHolidays(year),
  );
  return (inLanguages[0] ?? []).map(({ date }, index) => ({
    date: date.slice(0, 10) as LocalDate,
    name: Object.fromEntries(
      languages.map((language, at) => [language, inLanguages[at]?.[index]?.name ?? '']),
    ) as Record<Language, string>,
  }));
}
