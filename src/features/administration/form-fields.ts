import { z } from 'zod';
import type { Branded } from '#journey/ids.ts';
import { type LocalizedText, languages } from '#journey/language.ts';
import { parseLocalDate } from '#journey/local-time.ts';
import { type MinuteRange, parseClock, readClockRanges } from './clock-text.ts';
import type { ProblemCode } from './problems.ts';

/** Entrances of single fields. Their messages are codes of `problems.ts`. */

const says = (code: ProblemCode): { error: ProblemCode } => ({ error: code });

/** A text that must be there. @param longest in characters */
export function text(longest: number) {
  return z.string(says('missing')).trim().min(1, says('missing')).max(longest, says('tooLong'));
}

export function optionalText(longest: number) {
  return z.string().trim().max(longest, says('tooLong')).optional();
}

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number) {
  return z
    .number(says('numberWrong'))
    .int(says('numberWrong'))
    .min(least, says('numberWrong'))
    .max(most, says('numberWrong'));
}

/** The same where nothing has to be written. @returns null when nothing is */
export function localizedOrNothing(longest: number) {
  const one = optionalText(longest);
  return z
    .object({ nl: one, fr: one, en: one, de: one })
    .optional()
    .transform((written): LocalizedText | null => {
      const first = languages.map((language) => written?.[language]).find((text) => text);
      if (written === undefined || first === undefined) return null;
      const { nl, fr, en, de } = written;
      return { nl: nl || first, fr: fr || first, en: en || first, de: de || first };
    });
}

/** A time of day, as minutes since midnight. */
export const clockTime = z.string(says('missing')).transform((written, context) => {
  const minute = parseClock(written);
  if (minute !== null) return minute;
  context.addIssue({ code: 'custom', message: says('clockWrong').error });
  return z.NEVER;
});

/** A date that exists. */
export const localDate = z.string(says('missing')).transform((written, context) => {
  const date = parseLocalDate(written);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: says('dateWrong').error });
  return z.NEVER;
});

export function id<Id extends Branded<string>>() {
  return z.uuid().transform((value) => value as Id);
}

/**
 * A text of the organisation in its languages. One of them is enough: the others then say the same, until somebody writes them.
 * @param longest in characters, of each
 */
export function localized(longest: number) {
  const one = optionalText(longest);
  return z
    .object({ nl: one, fr: one, en: one, de: one }, says('missing'))
    .transform((written, context): LocalizedText => {
      const first = languages.map((language) => written[language]).find((text) => text);
      if (first === undefined) {
        context.addIssue({ code: 'custom', message: says('missing').error, path: ['nl'] });
        return z.NEVER;
      }
      const { nl, fr, en, de } = written;
      return { nl: nl || first, fr: fr || first, en: en || first, de: de || first };
    });
}

/** Stretches of a day as people write them: `9.00-12.00, 13.00-16.30`. Nothing is none. */
export const clockRanges = z
  .string()
  .optional()
  .transform((written, context): readonly MinuteRange[] => {
    const ranges = readClockRanges(written ?? '');
    if (typeof ranges !== 'string') return ranges;
    context.addIssue({ code: 'custom', message: says(ranges).error });
    return z.NEVER;
  });
