import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Fonts go along in the file: whatever reads it shows the same. */

const modules = path.join(process.cwd(), 'node_modules');
const ofHouse = (weight: 400 | 700) =>
  path.join(
    modules,
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
  );
const ofAll = (name: string) => path.join(modules, `dejavu-fonts-ttf/ttf/${name}.ttf`);

const files = {
  house: ofHouse(400),
  houseBold: ofHouse(700),
  all: ofAll('DejaVuSans'),
  allBold: ofAll('DejaVuSans-Bold'),
} as const;

export type PdfFont = keyof typeof files;

const read = new Map<PdfFont, Buffer>();

/** A font as it goes into a file. */
export function readFont(name: PdfFont): Buffer {
  const font = read.get(name) ?? readFileSync(files[name]);
  read.set(name, font);
  return font;
}

/** What the font of the house has: the four languages, and money. */
const house =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u00ff\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]*$/;

/** The font that has every sign of a text: names come from everywhere. */
export function fontFor(text: string, isBold: boolean): PdfFont {
  if (house.test(text)) return isBold ? 'houseBold' : 'house';
  return isBold ? 'allBold' : 'all';
}

/** A text in signs that fonts have: narrow spaces as spaces that do not break, and nothing that only steers. */
export function toPrintable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC');
}
