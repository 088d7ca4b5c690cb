import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { type DocumentType, fileEndings } from './document-types.ts';

const mostCharacters = 120;

/**
 * The name of a file as people may read it: without a path, without signs that are not seen or turn the writing round, without
 * sensitive numbers, and with the ending of what the file is.
 */
export function cleanName(given: string, type: DocumentType): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const endings = fileEndings[type];
  const known = endings.find((ending) => seen.toLowerCase().endsWith(`.${ending}`));
  const stem = known === undefined ? seen : seen.slice(0, -known.length - 1);
  const ending = `.${known ?? endings[0]}`;
  const { text } = maskSensitiveNumbers(stem);
  return `${shorten(text, mostCharacters - ending.length) || 'document'}${ending}`;
}

/** Not in the middle of a sign that is written as two. */
function shorten(text: string, most: number): string {
  let short = '';
  for (const sign of text) {
    if (short.length + sign.length > most) break;
    short += sign;
  }
  return short.trim();
}
