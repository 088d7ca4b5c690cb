import { type ClosingDay, listPublicHolidays } from '#features/administration/public-holidays.ts';
import { addDays, localDateAt } from '#journey/local-time.ts';
import type { EpochMilliseconds } from '#journey/time.ts';

/**
 * The public holidays of Belgium in this year and the next, from the day after tomorrow on. Demo default, as the hours are: whoever
 * starts the demo on Christmas Day can hold an appointment at once, and still sees how a closed day looks.
 */
export async function holidaysToCome(now: EpochMilliseconds, timeZone: string): Promise<ClosingDay[]> {
  const today = localDateAt(now, timeZone);
  const year = Number(today.slice(0, 4));
  const holidays = await Promise.all([year, year + 1].map((each) => listPublicHolidays('BE', each)));
  return holidays.flat().filter(({ date }) => date > addDays(today, 1));
}
