import type { LocalDate } from '#journey/local-time.ts';
import { capitalise, formatDay, formatDayRange } from '#shared/i18n/format-moment.ts';
import { currentReader } from '../../current-reader.ts';

/** Local dates are written as they are: midnight in UTC, by the clock of UTC. */
const midnight = (date: LocalDate) => new Date(`${date}T00:00Z`);

/** "22 december en 29 december". */
export async function writeDates(dates: readonly LocalDate[]): Promise<string> {
  const { language } = await currentReader();
  const style = { language, timeZone: 'UTC' };
  const words = dates.map((date) => formatDayRange(midnight(date), midnight(date), style));
  return new Intl.ListFormat(language).format(words);
}

/** "7 tot 13 december". */
export async function writeDateRange(from: LocalDate, until: LocalDate): Promise<string> {
  const { language } = await currentReader();
  return formatDayRange(midnight(from), midnight(until), { language, timeZone: 'UTC' });
}

/** "Dinsdag 8 december", in a sentence without its capital. */
export async function writeDate(date: LocalDate, { inSentence = false } = {}): Promise<string> {
  const { language } = await currentReader();
  const words = formatDay(midnight(date), { language, timeZone: 'UTC' });
  return inSentence ? words : capitalise(words, language);
}
