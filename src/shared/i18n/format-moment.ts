import type { Language } from '#journey/language.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';

/** In whose words and by whose clock a moment is written. */
export type MomentStyle = {
  readonly language: Language;
  /** The organisation's zone, IANA name. */
  readonly timeZone: string;
};

/** A moment as `Date` or in epoch milliseconds. */
type Moment = Date | number;

const locales: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' };

/** French sets a space before "h" that may not break (U+00A0). */
const clocks: Record<Language, (hour: string, minute: string) => string> = {
  nl: (hour, minute) => `${hour}.${minute} uur`,
  fr: (hour, minute) => `${Number(hour)}\u00a0h\u00a0${minute}`,
  en: (hour, minute) => `${hour}.${minute}`,
  de: (hour, minute) => `${hour}.${minute} Uhr`,
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf({ language, timeZone }: MomentStyle, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
    formatters.set(key, formatter);
  }
  return formatter;
}

type PartType = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'timeZoneName';

function partsOf(at: Moment, style: MomentStyle, options: Intl.DateTimeFormatOptions) {
  const parts = formatterOf(style, options).formatToParts(at);
  return (type: PartType) => parts.find((part) => part.type === type)?.value ?? '';
}

/** "dinsdag 24 november 2026", "Dienstag, 24. November 2026". In English without a comma, whatever the system's data says. */
export function formatDate(at: Moment, style: MomentStyle): string {
  return joinDate(at, style, true);
}

/** The date without its year: "dinsdag 24 november". */
export function formatDay(at: Moment, style: MomentStyle): string {
  return joinDate(at, style, false);
}

/**
 * What was written of moments lately, by the minute: where thousands of messages are, they are about a few hundred moments, and where
 * people come all day, each at a millisecond of their own, they come in a few hundred minutes.
 */
const written = new Map<string, string>();
const writtenAtMost = 5_000;

function onceWritten(what: string, at: Moment, style: MomentStyle, write: () => string): string {
  const key = `${what} ${Math.floor(Number(at) / MINUTE_MILLISECONDS)} ${style.language} ${style.timeZone}`;
  let text = written.get(key);
  if (text === undefined) {
    text = write();
    if (written.size >= writtenAtMost) written.clear();
    written.set(key, text);
  }
  return text;
}

function joinDate(at: Moment, style: MomentStyle, withYear: boolean): string {
  return onceWritten(withYear ? 'date' : 'day', at, style, () => writeDate(at, style, withYear));
}

function writeDate(at: Moment, style: MomentStyle, withYear: boolean): string {
  const part = partsOf(at, style, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const german = style.language === 'de';
  const words = [
    `${part('weekday')}${german ? ',' : ''}`,
    `${part('day')}${german ? '.' : ''}`,
    part('month'),
  ];
  return [...words, ...(withYear ? [part('year')] : [])].join(' ');
}

/** The time alone, for a button or a column: "10.40", in French "10 h 40". */
export function formatClock(at: Moment, style: MomentStyle): string {
  const part = partsOf(at, style, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clock = style.language === 'fr' ? clocks.fr : clocks.en;
  return `${clock(part('hour').padStart(2, '0'), part('minute'))}${whichOfTwo(at, style)}`;
}

/** The time in a sentence: "10.40 uur", "10 h 40", "10.40", "10.40 Uhr". */
export function formatTime(at: Moment, style: MomentStyle): string {
  return onceWritten('time', at, style, () => {
    const part = partsOf(at, style, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const time = clocks[style.language](part('hour').padStart(2, '0'), part('minute'));
    return `${time}${whichOfTwo(at, style)}`;
  });
}

/**
 * Date and time as they stand on every page and in every message: "dinsdag 24 november 2026, 10.40 uur".
 * In the hour that comes twice when summer time ends, the offset from UTC tells which of the two is meant.
 */
export function formatMoment(at: Moment, style: MomentStyle): string {
  return `${formatDate(at, style)}, ${formatTime(at, style)}`;
}

/** As `formatMoment`, without the year, for a date that is near: "dinsdag 24 november, 10.40 uur". */
export function formatNearMoment(at: Moment, style: MomentStyle): string {
  return `${formatDay(at, style)}, ${formatTime(at, style)}`;
}

/** A day in a strip of days: weekday in two or three letters, without a point, and its number. */
export function formatStripDay(at: Moment, style: MomentStyle): { weekday: string; day: string } {
  const part = partsOf(at, style, { weekday: 'short', day: 'numeric', month: 'short' });
  return { weekday: capitalise(part('weekday').replace('.', ''), style.language), day: part('day') };
}

const rangeWords: Record<Language, string> = { nl: 'tot', fr: 'au', en: 'to', de: 'bis' };

/** From one date to another, both included: "23 tot 27 november", "28 november tot 2 december". */
export function formatDayRange(from: Moment, until: Moment, style: MomentStyle): string {
  const [first, last] = [from, until].map((at) => partsOf(at, style, { day: 'numeric', month: 'long' }));
  if (first === undefined || last === undefined) return '';
  const dot = style.language === 'de' ? '.' : '';
  const written = (part: typeof first) => `${part('day')}${dot} ${part('month')}`;
  if (written(first) === written(last)) return written(last);
  const start = first('month') === last('month') ? `${first('day')}${dot}` : written(first);
  return `${start} ${rangeWords[style.language]} ${written(last)}`;
}

/** The first letter as a capital, for a date at the start of a line. */
export function capitalise(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(locales[language]) + text.slice(1);
}

const moneyFormatters = new Map<Language, Intl.NumberFormat>();

/** An amount: "€ 5,00" in Dutch, "5,00 €" in French. @param amountCents euro cents */
export function formatMoney(amountCents: number, language: Language): string {
  let money = moneyFormatters.get(language);
  if (money === undefined) {
    money = new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' });
    moneyFormatters.set(language, money);
  }
  return money.format(amountCents / 100);
}

/** Clocks go back by an hour; on Lord Howe Island by half of one. */
const stepsBackMinutes = [60, 30];

/** The offset from UTC when the clock shows this time twice. With Intl alone, so that browsers need no calendar library. */
function whichOfTwo(at: Moment, style: MomentStyle): string {
  const wallAt = (moment: number) => wallFormatter(style).format(moment);
  const wall = wallAt(Number(at));
  const twice = stepsBackMinutes.some((minutes) =>
    [-minutes, minutes].some((shift) => wallAt(Number(at) + shift * 60_000) === wall),
  );
  if (!twice) return '';
  const offset = partsOf(at, { ...style, language: 'en' }, { timeZoneName: 'longOffset' })('timeZoneName');
  return ` (${offset.replace('GMT', 'UTC')})`;
}

function wallFormatter(style: MomentStyle) {
  return formatterOf(
    { ...style, language: 'en' },
    { day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  );
}
