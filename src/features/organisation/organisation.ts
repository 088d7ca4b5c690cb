import { z } from 'zod';
import type { OrganisationId } from '#journey/ids.ts';
import type { FormOfAddress, Language, LocalizedText } from '#journey/language.ts';
import { localizedText } from '#journey/localized-text.ts';

const perLanguage = z.object({ nl: z.string(), fr: z.string(), en: z.string(), de: z.string() });

/** Whom to turn to about one's data (GDPR art. 13(1)(b) and 13(2)(d)). */
export const privacyContact = z.object({
  officer: z.object({ name: localizedText, email: z.email(), phone: z.string(), address: z.string() }),
  authority: z.object({
    name: localizedText,
    address: localizedText,
    phone: z.string(),
    website: perLanguage,
  }),
});

/** Other ways to complain than the form, in words; null when there are none. */
export const complaintWays = localizedText.nullable();

/** When the counter and the telephone are open, in words. */
export const counterHours = z.object({ counter: localizedText, phone: localizedText });

/** A municipality, as every page needs it. */
export type Organisation = {
  readonly id: OrganisationId;
  readonly slug: string;
  readonly host: string;
  readonly name: string;
  readonly formOfAddress: FormOfAddress;
  readonly timeZone: string;
  readonly defaultLanguage: Language;
  readonly languages: readonly Language[];
  readonly phone: string;
  readonly streetLine: string;
  readonly postalCode: string;
  readonly city: string;
  readonly mailFrom: string;
  readonly smsFrom: string;
  readonly counterHours: z.infer<typeof counterHours>;
  readonly privacyContact: z.infer<typeof privacyContact>;
  /** Other ways to complain; null when nobody wrote any. */
  readonly complaintWays: LocalizedText | null;
  /** Colours, radius, mark and façade; parsed by the design system. */
  readonly theme: unknown;
};

/** The host name of a Host header: lower case, without port. */
export function hostNameOf(hostHeader: string | null | undefined): string {
  return (hostHeader ?? '').toLowerCase().replace(/:\d+$/, '');
}

/**
 * Where browsers reach the organisation, e.g. `https://balie.example.be`, without a slash at the end.
 * @param port only when it is not the scheme's own
 */
export function publicOrigin(
  organisation: { readonly host: string },
  scheme: 'https' | 'http',
  port?: number,
): string {
  return `${scheme}://${organisation.host}${port === undefined ? '' : `:${port}`}`;
}
