import { z } from 'zod';
import type { LocalizedText } from './language.ts';

/** Reads a text of the organisation where it comes from outside. Apart from its type, so that pages do not load the reader. */
export const localizedText = z.object({
  nl: z.string().min(1),
  nlJe: z.string().min(1).optional(),
  fr: z.string().min(1),
  en: z.string().min(1),
  de: z.string().min(1),
}) satisfies z.ZodType<LocalizedText>;
