import PDFDocument from 'pdfkit';
import type { PrintedDocument, PrintedFact, PrintedPart, Printing } from '#ports/printing.ts';
import { fontFor, readFont, toPrintable } from './pdf-fonts.ts';

type Pdf = PDFKit.PDFDocument;
type Words = { readonly size: number; readonly isBold?: boolean; readonly colour?: string };

/** In points, 72 to an inch. */
const edge = 56;
const width = 595.28 - 2 * edge;
const labelWidth = 180;
const gap = 16;
const ink = '#1b1b1b';
const quiet = '#555555';

const looks = {
  title: { size: 20, isBold: true },
  heading2: { size: 14, isBold: true },
  heading3: { size: 11.5, isBold: true },
  text: { size: 11 },
  label: { size: 11, colour: quiet },
  answer: { size: 11, isBold: true },
  note: { size: 9, colour: quiet },
  edge: { size: 9, colour: quiet },
} as const satisfies Record<string, Words>;

/** PDF 1.7, tagged as PDF/UA-1 (ISO 14289-1) wants it, so that it is read out in its order and language. */
export const pdfPrinting: Printing = {
  print: async (document) => {
    const pdf = open(document);
    const whole = collect(pdf);
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    root.add(pdf.struct('H1', {}, () => write(pdf, document.title, looks.title)));
    pdf.moveDown(0.5);
    for (const part of document.parts) addPart(pdf, root, part);
    root.end();
    writeEdges(pdf, document);
    pdf.end();
    return whole;
  },
};

function open({ language, title, organisation, madeAt }: PrintedDocument): Pdf {
  const options = {
    size: 'A4',
    margins: { top: edge + 28, bottom: edge + 14, left: edge, right: edge },
    pdfVersion: '1.7' as const,
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: true,
    // None that every reader has by itself: those know few signs.
    font: readFont('house') as unknown as string,
    info: { Title: toPrintable(title), Author: toPrintable(organisation), CreationDate: new Date(madeAt) },
  };
  return new PDFDocument(options);
}

async function collect(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of pdf) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}

type Place = { readonly x?: number; readonly y?: number; readonly width?: number };

function choose(pdf: Pdf, text: string, { size, isBold = false, colour = ink }: Words): string {
  const printable = toPrintable(text);
  pdf
    .font(readFont(fontFor(printable, isBold)))
    .fontSize(size)
    .fillColor(colour);
  return printable;
}

function write(pdf: Pdf, text: string, words: Words, place: Place = {}): void {
  const printable = choose(pdf, text, words);
  pdf.text(printable, place.x ?? edge, place.y ?? pdf.y, { width: place.width ?? width, lineGap: 2 });
}

function heightOf(pdf: Pdf, text: string, words: Words, within = width): number {
  return pdf.heightOfString(choose(pdf, text, words), { width: within, lineGap: 2 });
}

/** Begins a new page where so much does not stand on this one any more; what is longer than a page flows. */
function keepTogether(pdf: Pdf, height: number): void {
  const bottom = pdf.page.height - pdf.page.margins.bottom;
  const whole = bottom - pdf.page.margins.top;
  if (pdf.y + height > bottom && height <= whole) pdf.addPage();
}

function addPart(pdf: Pdf, root: PDFKit.PDFStructureElement, part: PrintedPart): void {
  switch (part.kind) {
    case 'heading': {
      const words = part.level === 2 ? looks.heading2 : looks.heading3;
      pdf.moveDown(0.8);
      // A heading does not stand alone at the end of a page.
      keepTogether(pdf, heightOf(pdf, part.text, words) + 48);
      root.add(pdf.struct(part.level === 2 ? 'H2' : 'H3', {}, () => write(pdf, part.text, words)));
      pdf.moveDown(0.3);
      return;
    }
    case 'text':
      root.add(pdf.struct('P', {}, () => write(pdf, part.text, looks.text)));
      return;
    case 'facts': {
      const list = pdf.struct('L');
      root.add(list);
      for (const fact of part.facts) addFact(pdf, list, fact);
      list.end();
    }
  }
}

function addFact(pdf: Pdf, list: PDFKit.PDFStructureElement, { label, text, note }: PrintedFact): void {
  const x = edge + labelWidth + gap;
  const answerWidth = width - labelWidth - gap;
  const noted = note === null ? 0 : heightOf(pdf, note, looks.note, answerWidth);
  const answered = heightOf(pdf, text, looks.answer, answerWidth) + noted;
  const height = Math.max(heightOf(pdf, label, looks.label, labelWidth), answered);
  keepTogether(pdf, height);
  const [y, { start: first }] = [pdf.y, pdf.bufferedPageRange()];
  const page = first + pdf.bufferedPageRange().count;
  const item = pdf.struct('LI');
  list.add(item);
  item.add(pdf.struct('Lbl', {}, () => write(pdf, label, looks.label, { width: labelWidth })));
  const below = pdf.y;
  item.add(
    pdf.struct('LBody', {}, () => {
      write(pdf, text, looks.answer, { x, y, width: answerWidth });
      if (note !== null) write(pdf, note, looks.note, { x, width: answerWidth });
    }),
  );
  item.end();
  // Where a long answer went on to another page, what follows does so there.
  const isSamePage = page === first + pdf.bufferedPageRange().count;
  pdf.y = (isSamePage ? Math.max(pdf.y, below) : pdf.y) + 5;
  pdf.x = edge;
}

/** Above each page whose it is, under it which of how many: nothing that is read out in between. */
function writeEdges(pdf: Pdf, { organisation, pageWords }: PrintedDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const { height, margins } = pdf.page;
    // What stands in the margin would begin a page of its own.
    const { bottom } = margins;
    margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    write(pdf, organisation, looks.edge, { y: edge - 8 });
    write(pdf, pageWords(index + 1, count), looks.edge, { y: height - edge });
    pdf.endMarkedContent();
    margins.bottom = bottom;
  }
}
