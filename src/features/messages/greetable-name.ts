/** What mail programs turn into a link or an address by themselves. */
const actsAsLink = /:\/\/|@|\bwww\.|[\p{L}\p{N}][.。][\p{L}]{2,}/iu;

/**
 * The name to greet with, on one line; null when it would bring somebody's own link into our mail. Anybody can book with
 * another person's address, so a name is not trusted to be one.
 */
export function greetableName(name: string): string | null {
  const line = name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  // Signs that look like @ and . are read as these, by people and by some programs (Unicode NFKC: ＠, ﹫, ．).
  return line === '' || actsAsLink.test(line.normalize('NFKC')) ? null : line;
}
