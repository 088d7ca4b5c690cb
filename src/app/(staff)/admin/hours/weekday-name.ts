import type { Language } from '#journey/language.ts';
import type { Weekday } from '#journey/local-time.ts';
import { capitalise } from '#shared/i18n/format-moment.ts';

/** "Dinsdag", or "Di". 5 January 1970 was a Monday. */
export function weekdayName(weekday: Weekday, language: Language, length: 'long' | 'short' = 'long'): string {
  const name = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(
    Date.UTC(1970, 0, 4 + weekday),
  );
  return capitalise(name, language);
}
