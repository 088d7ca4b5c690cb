import type { Language, LocalizedText } from '#journey/language.ts';

/** Whom the citizen's part of the preparation speaks to. */
export type PreparationReader = {
  readonly language: Language;
  /** An own text of the organisation in the reader's language and form of address. */
  readonly say: (text: LocalizedText) => string;
};
