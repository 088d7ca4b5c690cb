import { addDays, localDateAt } from '#journey/local-time.ts';
import type { EpochMilliseconds } from '#journey/time.ts';

/** How near a day is, by the calendar on the wall in the zone: a message that is late must not say "tomorrow" of today. */
export function relativeDay(
  at: EpochMilliseconds,
  now: EpochMilliseconds,
  timeZone: string,
): 'today' | 'tomorrow' | 'other' {
  const [date, today] = [localDateAt(at, timeZone), localDateAt(now, timeZone)];
  if (date === today) return 'today';
  return date === addDays(today, 1) ? 'tomorrow' : 'other';
}
