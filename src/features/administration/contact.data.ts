import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LocalizedText } from '#journey/language.ts';

/** How and when people reach the municipality without an appointment. */
export type ContactWords = {
  readonly phone: string;
  /** When telephone and counter are open, in words: citizens read it wherever there is another way. */
  readonly hours: { readonly phone: LocalizedText; readonly counter: LocalizedText };
};

export async function writeContact(
  { db, organisationId }: OrganisationScope,
  { phone, hours }: ContactWords,
): Promise<void> {
  await db.organisation.updateMany({ where: { id: organisationId }, data: { phone, counterHours: hours } });
}
