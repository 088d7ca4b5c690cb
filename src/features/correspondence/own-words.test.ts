import { describe, expect, test } from 'vitest';
import { cutQuotedHistory } from './own-words.ts';

const quote = '\n> Uw afspraak is op dinsdag.\n> Tot dan.\n';

describe('of a mail are kept the words of who wrote it', () => {
  test.each([
    [
      'Dutch',
      `Het lukt niet.\n\nOp di 24 nov. 2026 om 10:12 schreef Stad Leiebeke <balie@leiebeke.example>:\n${quote}`,
    ],
    [
      'English',
      `Het lukt niet.\n\nOn Tue, Nov 24, 2026 at 10:12 AM Stad <balie@leiebeke.example> wrote:${quote}`,
    ],
    [
      'French',
      `Het lukt niet.\n\nLe mar. 24 nov. 2026 à 10:12, Stad <balie@leiebeke.example> a écrit :${quote}`,
    ],
    ['German', `Het lukt niet.\n\nAm 24.11.2026 um 10:12 schrieb Stad Leiebeke:${quote}`],
    [
      'broken in two',
      `Het lukt niet.\n\nOn Tue, Nov 24, 2026 at 10:12 AM Stad Leiebeke\n<balie@leiebeke.example> wrote:\n${quote}`,
    ],
    [
      'Outlook',
      'Het lukt niet.\r\n\r\n________________________________\r\nVan: Stad <balie@leiebeke.example>\r\nVerzonden: dinsdag\r\nUw afspraak',
    ],
    [
      'Outlook without a line',
      'Het lukt niet.\n\nVan: Stad\nVerzonden: dinsdag\nAan: An\nOnderwerp: Afspraak\n\nUw afspraak',
    ],
    ['a signature', 'Het lukt niet.\n-- \nAn Peeters\n0470 12 34 56'],
    ['below the quote', `Op dinsdag schreef Stad:${quote}\nHet lukt niet.`],
  ])('%s', (_, text) => {
    expect(cutQuotedHistory(text)).toBe('Het lukt niet.');
  });

  test('and nothing that only looks like the head of a mail', () => {
    const text = 'De trein komt van: Gent.\nOp zaterdag kan ik wel.\n\nVan: 9 tot 10 uur is goed.';
    expect(cutQuotedHistory(text)).toBe(text);
  });
});
