import { z } from 'zod';
import type { TeamId } from '#journey/ids.ts';
import { addClosure, addHolidays, hasHoliday, removeClosingDay } from './closing-days.data.ts';
import { id, localDate, localized } from './form-fields.ts';
import type { Change } from './make-change.ts';
import { type HolidayCountry, holidayCountries, listPublicHolidays } from './public-holidays.ts';

/** A day of one's own: for everybody, or for one team. */
export const closingDayForm = z.object({
  date: localDate,
  team: id<TeamId>().optional(),
  name: localized(80),
});

export function addClosingDay({ date, team, name }: z.output<typeof closingDayForm>): Change {
  const double = { code: 'double', field: 'date' } as const;
  return {
    type: 'administration.closingDayAdded',
    teamIds: team === undefined ? null : [team],
    counted: team === undefined ? null : { teamId: team, period: { from: date, until: date }, weekday: null },
    within: [{ from: date, until: date }],
    whenConstrained: double,
    apply: async (scope) => {
      if (team !== undefined) await addClosure(scope, team, { date, name });
      else if (await hasHoliday(scope, date)) return { refusal: double };
      else await addHolidays(scope, [{ date, name }]);
      return { ids: { date, ...(team !== undefined && { team }) } };
    },
  };
}

/** Public holidays of a country, as many as are ticked. */
export const publicHolidaysForm = z.object({
  country: z.enum(holidayCountries),
  year: z.number().int().min(2000).max(2200),
  dates: z.array(localDate).min(1, { error: 'dayMissing' }),
});

export function addPublicHolidays({ country, year, dates }: z.output<typeof publicHolidaysForm>): Change {
  return {
    type: 'administration.closingDayAdded',
    teamIds: null,
    counted: null,
    within: dates.map((date) => ({ from: date, until: date })),
    whenConstrained: { code: 'double', field: 'dates' },
    apply: async (scope) => {
      const days = await pick(country, year, dates);
      await addHolidays(scope, days);
      return { ids: { country, year: String(year) } };
    },
  };
}

async function pick(country: HolidayCountry, year: number, dates: readonly string[]) {
  return (await listPublicHolidays(country, year)).filter(({ date }) => dates.includes(date));
}

export const goneDayForm = z.object({ id: z.uuid(), year: z.number().int().min(2000).max(2200) });

export function takeClosingDayAway(dayId: string): Change {
  return {
    type: 'administration.closingDayRemoved',
    teamIds: null,
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope) =>
      (await removeClosingDay(scope, dayId)) ? { ids: { day: dayId } } : { refusal: { code: 'gone' } },
  };
}
