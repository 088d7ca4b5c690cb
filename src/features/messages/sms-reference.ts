import { type MessageId, type OrganisationId, parseId } from '#journey/ids.ts';

/** Our own name for an SMS at its provider: whose it is, and which message. */
export function writeSmsReference(organisationId: OrganisationId, messageId: MessageId): string {
  return `${organisationId} ${messageId}`;
}

/** Null for what this product did not write. */
export function readSmsReference(
  reference: string,
): { readonly organisationId: OrganisationId; readonly messageId: MessageId } | null {
  const [organisation = '', message = '', ...more] = reference.split(' ');
  const organisationId = parseId<OrganisationId>(organisation);
  const messageId = parseId<MessageId>(message);
  return organisationId === null || messageId === null || more.length > 0
    ? null
    : { organisationId, messageId };
}
