import type { OpeningPeriod } from './content.ts';

/**
 * Demo default, on purpose: every team can be booked at every hour of every day, so that whoever starts the demo at
 * night or on a Sunday can hold an appointment at once. A municipality sets its real hours here; the hours of its
 * counter and telephone, which people read, are texts of the organisation.
 */
export const everyHourOfEveryDay: readonly OpeningPeriod[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensAtMinute: 0,
  closesAtMinute: 24 * 60,
}));

/** The same hours on several weekdays, in hours after midnight: 8.5 is half past eight. */
export function onWeekdays(
  weekdays: readonly number[],
  opensAtHour: number,
  closesAtHour: number,
): readonly OpeningPeriod[] {
  return weekdays.map((weekday) => ({
    weekday,
    opensAtMinute: opensAtHour * 60,
    closesAtMinute: closesAtHour * 60,
  }));
}

/** Demo defaults too: a time can be booked until it begins. Minutes between two appointments. */
export const bookingRules = { bufferAfterMinutes: 5, minimumNoticeMinutes: 0 };

/** With an interpreter everything is said twice, but not everything takes words: half as long again, in fives. */
export function interpreterMinutesOf(durationMinutes: number): number {
  return Math.ceil(durationMinutes / 2 / 5) * 5;
}
