import { addDays, type LocalDate, weekdayOf } from './local-time.ts';

/** A working day ends here, in minutes after midnight on the wall. */
export const workingDayEndMinute = 17 * 60;

/** The first dates so many working days ahead. */
export const proposedWorkingDays = [1, 2, 3, 5, 10] as const;

/**
 * The date so many working days after another: Saturday, Sunday and holidays do not count.
 * @param days 1 or more
 */
export function workingDaysLater(from: LocalDate, days: number, holidays: ReadonlySet<LocalDate>): LocalDate {
  let date = from;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (weekdayOf(date) <= 5 && !holidays.has(date)) left -= 1;
  }
  return date;
}
