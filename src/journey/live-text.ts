import { ibanLengthOf } from './iban.ts';
import { maskSensitiveNumbers } from './sensitive-numbers.ts';

/** What others see while somebody types (real-time text, EN 301 549, clause 6.2). */

/** In signs: of a longer text the end is shown, where the typing is. */
export const longestLiveText = 1_000;
const heldMark = '…';

const separator = '[\\s.\\-\\u2010-\\u2015/\\u200b-\\u200d\\u2060]';
const runs = new RegExp(`\\d(?:${separator}{0,3}\\d)*`, 'g');
const betweenAtMost3 = new RegExp(`^${separator}{0,3}$`);
const accountBeginnings = new RegExp(`(?<![a-z\\d])[a-z]{2}(?=${separator}{0,3}\\d)`, 'gi');
const accountSigns = new RegExp(`^[a-z\\d](?:${separator}{0,3}[a-z\\d])*`, 'i');
/** No country's account numbers have more letters in a row than this behind their first four signs, and words mostly do. */
const mostLettersInRow = 4;

/**
 * What may be shown of a text while it is typed: sensitive numbers unreadable, and in place of each number that is still being typed
 * a mark, until what follows shows that it is no sensitive one.
 * @param caret where the typing is; the end of the text counts as such too
 */
export function toLiveText(text: string, caret: number): string {
  const carets = [caret, text.length];
  const held = [...findRuns(text, carets), ...findAccounts(text, carets)].sort((a, b) => a.from - b.from);
  const masked = maskSensitiveNumbers(text).text;
  let shown = '';
  let at = 0;
  for (const { from, until } of held) {
    if (until <= at) continue;
    if (from >= at) shown += masked.slice(at, from) + heldMark;
    at = until;
  }
  return (shown + masked.slice(at)).slice(-longestLiveText).toWellFormed();
}

/** Whether a number is being typed at this place that may become a sensitive one. @param caret as of `toLiveText` */
export function isTypingNumber(text: string, caret: number): boolean {
  const carets = [caret, text.length];
  return findRuns(text, carets).length > 0 || findAccounts(text, carets).length > 0;
}

type Span = { readonly from: number; readonly until: number };

/** Digits, with what may stand between them, that a caret is in or right behind. */
function findRuns(text: string, carets: readonly number[]): readonly Span[] {
  return [...text.matchAll(runs)]
    .map(({ 0: run, index }) => ({ from: index, until: index + run.length }))
    .filter((span) => carets.some((caret) => isTypedAt(text, span, caret)));
}

/** Beginnings of account numbers that a caret is in or right behind, and that are not as long yet as their country's are. */
function findAccounts(text: string, carets: readonly number[]): readonly Span[] {
  return [...text.matchAll(accountBeginnings)].flatMap(({ index }) => {
    const signs = accountSigns.exec(text.slice(index))?.[0] ?? '';
    const behindLastDigit = index + signs.search(/\d[^\d]*$/) + 1;
    return carets.flatMap((caret) => {
      // Words that follow on what is typed are none of it.
      const until = Math.max(Math.min(caret, index + signs.length), behindLastDigit);
      const span = { from: index, until };
      return isTypedAt(text, span, caret) && mayBecomeAccount(text.slice(index, until)) ? [span] : [];
    });
  });
}

function mayBecomeAccount(signs: string): boolean {
  const bare = signs.replace(/[^a-z\d]/gi, '');
  const isWords = new RegExp(`[a-z]{${mostLettersInRow + 1}}`, 'i').test(bare.slice(4));
  return !isWords && bare.length < ibanLengthOf(bare.slice(0, 2));
}

function isTypedAt(text: string, { from, until }: Span, caret: number): boolean {
  if (caret < from) return false;
  return caret <= until || betweenAtMost3.test(text.slice(until, caret));
}
