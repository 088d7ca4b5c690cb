/** Letters without their marks, in lower case, as words: "Béatrice D’Hondt-Maes" becomes beatrice, d, hondt, maes. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/**
 * Whether two names can be of the same person: an identity names all first names, and people book with one of them and in any order. Every word
 * of the shorter one stands in the longer one, and there are at least two, so that a first name alone proves nothing.
 */
export function isSameName(one: string, other: string): boolean {
  const [fewer, more] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [
    readonly string[],
    readonly string[],
  ];
  const known = new Set(more);
  return fewer.length >= 2 && fewer.every((word) => known.has(word));
}
