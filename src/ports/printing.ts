import type { Language } from '#journey/language.ts';

/** One line of a list: what it is about, what it is, and what is to be known of it. */
export type PrintedFact = {
  readonly label: string;
  readonly text: string;
  /** Smaller, beneath; null for nothing. */
  readonly note: string | null;
};

/** What stands on paper, one under the other: never how it looks. */
export type PrintedPart =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly PrintedFact[] };

/** Something to keep or to print. */
export type PrintedDocument = {
  readonly language: Language;
  /** Whose it is: above, on every page. */
  readonly organisation: string;
  readonly title: string;
  readonly parts: readonly PrintedPart[];
  /** Under each page: "Page 1 of 2". */
  readonly pageWords: (number: number, total: number) => string;
  /** Epoch milliseconds: when what stands in it was made. */
  readonly madeAt: number;
};

/** Makes a file of a document that everybody can open, print, and have read out. */
export type Printing = { readonly print: (document: PrintedDocument) => Promise<Uint8Array<ArrayBuffer>> };
