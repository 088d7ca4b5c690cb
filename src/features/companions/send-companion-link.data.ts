import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { CompanionLinkId } from '#journey/ids.ts';
import type { Recipient } from './read-recipient.ts';

export async function saveRecipient(
  { db }: OrganisationScope,
  id: CompanionLinkId,
  { email, phone, language }: Recipient,
): Promise<void> {
  await db.companionLink.updateMany({ where: { id }, data: { email, phone, language } });
}

/** Takes back what did not go yet: it would go to where the new message goes. */
export async function dropUnsent({ db }: OrganisationScope, companionLinkId: CompanionLinkId): Promise<void> {
  await db.message.deleteMany({
    where: { companionLinkId, state: { in: ['planned', 'failedTemporarily'] } },
  });
}

/** Forgets where a link was sent: it opens nothing any more. */
export async function forgetRecipient({ db }: OrganisationScope, id: CompanionLinkId): Promise<void> {
  await db.companionLink.updateMany({ where: { id }, data: { email: null, phone: null, language: null } });
  await db.message.updateMany({ where: { companionLinkId: id }, data: { sentTo: null } });
}
