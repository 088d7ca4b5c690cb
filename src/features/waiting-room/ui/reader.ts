import type { Language, LocalizedText } from '#journey/language.ts';
import type { MomentStyle } from '#shared/i18n/format-moment.ts';
import type { IconShape } from '#shared/ui/icon-shape.ts';

/** Whom the pages of an appointment speak to, and where that person finds the municipality otherwise. */
export type VisitReader = {
  readonly language: Language;
  readonly style: MomentStyle;
  /** An own text of the organisation in the reader's language and form of address. */
  readonly say: (text: LocalizedText) => string;
  readonly phone: string;
  /** In one line. */
  readonly address: string;
};

/** A way on from this page. */
export type PageLink = { readonly href: string; readonly text: string; readonly icon: IconShape };
