import { z } from 'zod';
import type { Channel } from '#journey/appointment-wish.ts';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import { localizedText } from '#journey/localized-text.ts';

const perLanguage = <Schema extends z.ZodType>(schema: Schema) =>
  z.object({ nl: schema, fr: schema, en: schema, de: schema });

/** What can be done wholly online instead of at the counter, and where. */
export const onlineAlternative = z.object({
  text: localizedText,
  link: z.object({ url: z.url({ protocol: /^https$/ }), label: localizedText }).optional(),
});
export type OnlineAlternative = z.infer<typeof onlineAlternative>;

/** Words that people type and that the texts do not hold. */
export const searchTerms = perLanguage(z.array(z.string()));

export type Category = {
  readonly slug: string;
  readonly name: LocalizedText;
  /** Lucide name. */
  readonly icon: string;
};

/** A service as the catalogue shows it. */
export type CatalogueService = {
  readonly slug: string;
  readonly category: Category;
  readonly channels: readonly Channel[];
  readonly durationMinutes: number;
  /** 0 is free. */
  readonly feeCents: number;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly onlineAlternative: OnlineAlternative | null;
  readonly searchTerms: Readonly<Record<Language, readonly string[]>>;
  /** For whoever does not know which service they need: it asks what the question is. */
  readonly isQuestion: boolean;
};

/** Something to lay ready, and why. */
export type Requirement = {
  readonly icon: string;
  readonly title: LocalizedText;
  readonly reason: LocalizedText;
};

/** What the citizen reads before joining (GDPR art. 13). */
export type PrivacyStatement = {
  readonly lawfulBasis: LocalizedText;
  readonly purpose: LocalizedText;
  readonly dataAsked: readonly LocalizedText[];
  readonly recipients: readonly LocalizedText[];
  /** Days after the appointment. */
  readonly retentionDays: number;
};

/** A service with all that its own pages say. */
export type ServiceDetails = CatalogueService & {
  readonly id: ServiceId;
  readonly teamId: TeamId;
  /** Whether citizens can book it. */
  readonly isPublished: boolean;
  /** How much longer it takes with an interpreter. */
  readonly interpreterMinutes: number;
  readonly description: LocalizedText;
  readonly forWhom: LocalizedText;
  readonly requirements: readonly Requirement[];
  readonly privacy: PrivacyStatement;
};

/** Whether a text from an address can be the name of a service in addresses; anything else is a miss without a look-up. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 80;
}
