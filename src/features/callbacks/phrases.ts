/** The pairs of words of one request: one for each form that asked for the same. */

/** As many as a caller can be asked to say. */
const mostPairs = 3;

/**
 * One more pair. A form never gets to see the pair of another one: who knows somebody's number could learn from it how the municipality
 * will make itself known there. The first pair always stays, so that asking often takes nothing away from who asked first.
 */
export function addPair(words: readonly string[], pair: readonly [string, string]): string[] {
  const pairs = pairsOf(words);
  const kept = pairs.length < mostPairs ? pairs : [...pairs.slice(0, 1), ...pairs.slice(-(mostPairs - 2))];
  return [...kept.flat(), ...pair];
}

export function pairsOf(words: readonly string[]): (readonly [string, string])[] {
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : []));
}
