import type { LocalizedText } from '#journey/language.ts';
import { type LocalDate, parseLocalDate } from '#journey/local-time.ts';

export const holidayCountries = ['BE', 'NL'] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

export type ClosingDay = { readonly date: LocalDate; readonly name: LocalizedText };

/** The public holidays of a country in a year, in order, named in the four languages. */
export async function listPublicHolidays(
  country: HolidayCountry,
  year: number,
): Promise<readonly ClosingDay[]> {
  // Its tables of all countries are large: loaded when somebody asks.
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays(country, { types: ['public'] });
  const named = (language: string) =>
    new Map(calendar.getHolidays(year, language).map(({ date, name }) => [date, name]));
  const [nl, fr, en, de] = [named('nl'), named('fr'), named('en'), named('de')];
  return [...nl].flatMap(([moment, name]) => {
    const date = parseLocalDate(moment.slice(0, 10));
    if (date === undefined) return [];
    return [
      {
        date,
        name: {
          nl: name,
          fr: fr.get(moment) ?? name,
          en: en.get(moment) ?? name,
          de: de.get(moment) ?? name,
        },
      },
    ];
  });
}
