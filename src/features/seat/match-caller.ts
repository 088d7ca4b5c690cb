/** Finds whose appointment it is, by what somebody says on the telephone. */

export type Callable = {
  readonly citizenName: string;
  readonly reference: string;
  /** E.164. */
  readonly phone: string | null;
  readonly phraseWords: readonly string[];
};

/** Fewer signs than this would find half the town. */
const leastLetters = 2;
const leastDigits = 3;
const leastReferenceSigns = 4;

/** Letters as they sound to who types: without accents and capitals. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * How well the appointment fits what was typed; 0 when not at all. A reference fits by its beginning, a number by its last digits, and
 * words, in whatever order, when each begins a word of the name or of the phrase.
 */
export function matchCaller(
  typed: string,
  { citizenName, reference, phone, phraseWords }: Callable,
): 0 | 1 | 2 | 3 | 4 {
  const words = wordsOf(typed);
  const phrase = phraseWords.flatMap(wordsOf);
  if (phrase.length > 0 && isSame(words, phrase)) return 4;
  const signs = words.join('').toUpperCase();
  const ownSigns = reference.replaceAll('-', '');
  // Four letters may be a name; the whole of a reference is one, also when chance put no digit into it.
  const isBeginning = /\d/.test(signs) && signs.length >= leastReferenceSigns && ownSigns.startsWith(signs);
  if (isBeginning || signs === ownSigns) return 3;
  const digits = typed.replace(/[\s()./+-]/g, '');
  if (/^\d+$/.test(digits) && digits.length >= leastDigits && endsWith(phone, digits)) return 2;
  if (words.join('').length < leastLetters) return 0;
  const own = [...wordsOf(citizenName), ...phrase];
  return words.every((word) => own.some((each) => each.startsWith(word))) ? 1 : 0;
}

function isSame(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.every((word) => others.includes(word));
}

/** Also a number as people here say it, with its nought in front. */
function endsWith(phone: string | null, digits: string): boolean {
  if (phone === null) return false;
  return phone.endsWith(digits) || (digits.startsWith('0') && phone.endsWith(digits.slice(1)));
}
