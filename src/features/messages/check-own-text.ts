import {
  allowedVariables,
  fillIn,
  type MessageValues,
  namedVariables,
  requiredVariables,
} from './message-variables.ts';
import type { WordedPart, WordingKey } from './own-texts.ts';
import { hasPlainForm, measureSms, toGsmText } from './sms-text.ts';

/** What is wrong with somebody's own words. `names` are variables as they stand in the text. */
export type OwnTextProblem =
  | { readonly code: 'tooLong'; readonly most: number }
  | { readonly code: 'brokenBraces' }
  | { readonly code: 'unknownVariable' | 'missingVariable'; readonly names: readonly string[] }
  | { readonly code: 'tooManyParts'; readonly parts: number };

/** In characters, as they are written. */
export const mostCharacters: Readonly<Record<WordedPart, number>> = {
  subject: 150,
  title: 120,
  intro: 1000,
  note: 1000,
  text: 700,
};

/** What a text message may take: more is a letter. */
export const mostSmsParts = 4;

const ofOneLine: readonly WordedPart[] = ['subject', 'title'];

/** Signs that are not seen, and that turn the reading order around (Unicode Bidirectional Algorithm, section 2). */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** What was typed, as it is kept: without signs that nobody sees, and on one line where it is the subject or the title. */
export function tidyOwnText(part: WordedPart, written: string): string {
  const lines = written
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(unseen, ' ').normalize('NFC').trim());
  return lines.join(ofOneLine.includes(part) ? ' ' : '\n').trim();
}

/**
 * All that is wrong with a tidy text, so that it is mended in one go. Broken braces and too great a length stand alone: nothing sure can be
 * said of what is in such a text.
 * @param values of an example
 */
export function checkOwnText(
  { wording, channel }: WordingKey,
  part: WordedPart,
  text: string,
  values: MessageValues,
): readonly OwnTextProblem[] {
  if (text.length > mostCharacters[part]) return [{ code: 'tooLong', most: mostCharacters[part] }];
  if (/[{}]/.test(text.replaceAll(/\{[^{}]+\}/g, ''))) return [{ code: 'brokenBraces' }];
  const named = namedVariables(text);
  const allowed: readonly string[] = allowedVariables(wording, channel, part);
  const unknown = named.filter((name) => !allowed.includes(name));
  const missing = requiredVariables(wording, channel).filter((name) => !named.includes(name));
  const parts = channel === 'sms' ? measureSms(sayInSms(text, values)).parts : 0;
  return [
    ...(unknown.length > 0 ? [{ code: 'unknownVariable', names: unknown } as const] : []),
    ...(missing.length > 0 ? [{ code: 'missingVariable', names: missing } as const] : []),
    ...(parts > mostSmsParts ? [{ code: 'tooManyParts', parts } as const] : []),
  ];
}

/** Somebody's own words as they travel in a text message. */
export function sayInSms(text: string, values: MessageValues): string {
  const said = fillIn(text, values);
  return hasPlainForm(text) ? toGsmText(said) : said;
}

/** The signs that make a text message travel in UCS-2, each once. */
export function signsWithoutPlainForm(text: string): readonly string[] {
  return [...new Set(Array.from(text).filter((sign) => !hasPlainForm(sign)))];
}
