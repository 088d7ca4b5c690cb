import type { MinuteRange } from './clock-text.ts';
import { clockRanges } from './form-fields.ts';
import type { StaffedDay } from './staffing.ts';

/** The days' fields of a form: `day1` is Monday. */
export const dayFields = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6', 'day7'] as const;
type DayField = (typeof dayFields)[number];

/** The same for a schema. */
export const weekFields = {
  day1: clockRanges,
  day2: clockRanges,
  day3: clockRanges,
  day4: clockRanges,
  day5: clockRanges,
  day6: clockRanges,
  day7: clockRanges,
};

/** The week that stands in a form's days. */
export function weekOfFields(form: Readonly<Record<DayField, readonly MinuteRange[]>>): StaffedDay[] {
  return dayFields.flatMap((field, index) => form[field].map((range) => ({ ...range, weekday: index + 1 })));
}
