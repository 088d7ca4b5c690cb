export const languages = ['nl', 'fr', 'en', 'de'] as const;
export type Language = (typeof languages)[number];

/** How an organisation addresses citizens in Dutch; the other languages are polite. */
export type FormOfAddress = 'u' | 'je';

/** A text of the organisation itself, in every language of the product. `nlJe` is there when the Dutch text addresses the citizen. */
export type LocalizedText = {
  nl: string;
  nlJe?: string | undefined;
  fr: string;
  en: string;
  de: string;
};

/** The words for one reader. */
export function localize(text: LocalizedText, language: Language, formOfAddress: FormOfAddress): string {
  if (language === 'nl' && formOfAddress === 'je') return text.nlJe ?? text.nl;
  return text[language];
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}
