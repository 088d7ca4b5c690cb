/**
 * What somebody wrote themselves in a mail: without the mail that it answers, and without a signature. Of mail programs' words for
 * "wrote" those of the languages of this product are known; what is not recognised stays.
 */
export function cutQuotedHistory(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line, index) => endsOwnWords(line, lines.slice(index + 1, index + 5)));
  const own = end === -1 ? lines : lines.slice(0, end);
  const kept = own.filter((line, index) => !isQuoted(line) && !introducesQuote(own, index));
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const divider =
  /^\s*(?:-{2,}\s*(?:original message|oorspronkelijk bericht|message d.origine|ursprüngliche nachricht|forwarded message|doorgestuurd bericht)\s*-{2,}|_{20,})\s*$/i;
const sender = /^\s*\*?(?:from|van|de|von)\s?:\*?\s+\S/i;
const sentOrTo =
  /^\s*\*?(?:sent|date|to|subject|verzonden|datum|aan|onderwerp|envoyé|à|objet|gesendet|an|betreff)\s?:/i;

/** A line between mails, the head of the answered mail as Outlook writes it, or the mark of a signature (RFC 3676, section 4.3). */
function endsOwnWords(line: string, next: readonly string[]): boolean {
  return (
    divider.test(line) || line === '-- ' || (sender.test(line) && next.some((each) => sentOrTo.test(each)))
  );
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

const wrote = /(?:\bwrote|\bschreef\b.*|a écrit|\bschrieb\b.*)\s?:\s*$/i;
const begins = /^\s*(?:on|op|le|am)\s/i;

/** The line above a quote that says who wrote it and when, also where it was broken in two. */
function introducesQuote(lines: readonly string[], index: number): boolean {
  const next = (from: number) => lines.slice(from).find((line) => line.trim() !== '');
  const line = lines[index] ?? '';
  const both = `${line} ${lines[index + 1] ?? ''}`;
  if (wrote.test(line) && (begins.test(line) || begins.test(lines[index - 1] ?? '')))
    return isQuoted(next(index + 1) ?? '>');
  return begins.test(line) && wrote.test(both) && isQuoted(next(index + 2) ?? '>');
}
