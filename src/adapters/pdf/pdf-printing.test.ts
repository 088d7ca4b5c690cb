import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { PrintedDocument, PrintedPart } from '#ports/printing.ts';
import { pdfPrinting } from './pdf-printing.ts';

const documentOf = (parts: readonly PrintedPart[]): PrintedDocument => ({
  language: 'nl',
  organisation: 'Gemeente Zuidrand',
  title: 'Aanvraag van een subsidie',
  parts,
  pageWords: (number, total) => `Bladzijde ${number} van ${total}`,
  madeAt: Date.UTC(2026, 10, 24),
});

const facts = (...all: readonly [label: string, text: string, note?: string][]): PrintedPart => ({
  kind: 'facts',
  facts: all.map(([label, text, note = null]) => ({ label, text, note })),
});

async function read(parts: readonly PrintedPart[]) {
  const bytes = await pdfPrinting.print(documentOf(parts));
  const pdf = await getDocument({ data: bytes, useSystemFonts: false }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      return { text: text.replace(/\s+/g, ' '), tree: await page.getStructTree() };
    }),
  );
  return { pdf, pages };
}

const wholeOf = ({ pages }: Awaited<ReturnType<typeof read>>) => pages.map(({ text }) => text).join(' ');

type Tagged = { readonly role?: string; readonly children?: readonly Tagged[] };

/** In the order in which it is read out. */
const rolesIn = ({ role, children = [] }: Tagged): readonly string[] =>
  role === undefined ? [] : [role, ...children.flatMap(rolesIn)];

describe('a printed document', () => {
  test.each([
    'Wat plant u? Één geïnteresseerde',
    '« Où est l’œuvre » : à 12,50 €',
    'Straße „Übergröße“ – ja',
    'Łukasz Škoda, Iğdır',
    'Мария Иванова, Γιώργος',
  ])('says %s as it stands', async (text) => {
    expect(wholeOf(await read([facts(['Vraag', text])]))).toContain(text);
  });

  test('has every part of it, whose it is, and its pages', async () => {
    const whole = wholeOf(
      await read([
        { kind: 'heading', level: 2, text: 'Het plan' },
        { kind: 'text', text: 'Verstuurd op 24 november.' },
        facts(['Naam', 'Sofie Maes', 'Van de identificatie']),
      ]),
    );
    for (const words of [
      'Gemeente Zuidrand',
      'Aanvraag van een subsidie',
      'Het plan',
      'Verstuurd op 24 november.',
      'Naam',
      'Sofie Maes',
      'Van de identificatie',
      'Bladzijde 1 van 1',
    ])
      expect(whole).toContain(words);
  });

  test('is tagged, and says its language and its title', async () => {
    const { pdf, pages } = await read([
      { kind: 'heading', level: 2, text: 'Het plan' },
      facts(['Naam', 'Sofie Maes']),
    ]);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'nl', Title: 'Aanvraag van een subsidie' });
    expect(rolesIn(pages[0]?.tree as Tagged)).toEqual([
      'Root',
      'Document',
      'H1',
      'H2',
      'L',
      'LI',
      'Lbl',
      'LBody',
    ]);
  });

  test('goes on over pages without losing a line', async () => {
    const many = Array.from({ length: 90 }, (_, index) => [`Vraag ${index}`, `Antwoord ${index}.`] as const);
    const found = await read([facts(...many.map(([label, text]): [string, string] => [label, text]))]);
    expect(found.pages.length).toBeGreaterThan(1);
    for (const [label, text] of many) expect(wholeOf(found)).toMatch(new RegExp(`${label} ${text}`));
    expect(found.pages.at(-1)?.text).toContain(`Bladzijde ${found.pages.length} van ${found.pages.length}`);
  });

  test('lets one answer be longer than a page', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `woord${index}`);
    const found = await read([facts(['Lang', long.join(' ')], ['Erna', 'Nog iets'])]);
    expect(found.pages.length).toBeGreaterThan(1);
    for (const word of ['woord0', 'woord450', 'woord899']) expect(wholeOf(found)).toContain(word);
    expect(found.pages.at(-1)?.text).toContain('Nog iets');
  });
});
