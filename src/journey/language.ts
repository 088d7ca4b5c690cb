import { z } from 'zod';

export const languages = ['nl', 'fr', 'en', 'de'] as const;
export type Language = (typeof languages)[number];

/** How an organisation addresses citizens in Dutch; the other languages are polite. */
export type FormOfAddress = 'u' | 'je';

/** A text of the organisation itself, in every language of the product. `nlJe` is there when the Dutch text addresses the citizen. */
export const localizedText = z.object({
  nl: z.string().min(1),
  nlJe: z.string().min(1).optional(),
  fr: z.string().min(1),
  en: z.string().min(1),
  de: z.string().min(1),
});
export type LocalizedText = z.infer<typeof localizedText>;

/** The words for one reader. */
export function localize(text: LocalizedText, language: Language, formOfAddress: FormOfAddress): string {
  if (language === 'nl' && formOfAddress === 'je') return text.nlJe ?? text.nl;
  return text[language];
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}
