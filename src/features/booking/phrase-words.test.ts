import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { drawPhrase, phraseWordsOf } from './phrase-words.ts';

describe.each(languages)('the words of a phrase in %s', (language) => {
  const words = phraseWordsOf(language);

  test('are at least two hundred, short, and each there once', () => {
    expect(words.length).toBeGreaterThanOrEqual(200);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^\p{L}{3,10}$/u);
  });

  test('differ by more than one letter', () => {
    const alike = words.flatMap((word, at) =>
      words.slice(at + 1).flatMap((other) => (differByOneLetter(word, other) ? [`${word} ${other}`] : [])),
    );
    expect(alike).toEqual([]);
  });

  test('make phrases of two different words', () => {
    for (let draw = 0; draw < 500; draw += 1) {
      const [first, second] = drawPhrase(language);
      expect(words).toContain(first);
      expect(words).toContain(second);
      expect(first).not.toBe(second);
    }
  });
});

/** One letter more, less or other. */
function differByOneLetter(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const from = at === -1 ? one.length : at;
  const [rest, otherRest] = [one.slice(from), other.slice(from)];
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}
