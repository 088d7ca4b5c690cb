import { deliverMessage } from '#features/messages/deliver-message.ts';
import { enqueueDueMessages } from '#features/messages/enqueue-due-messages.ts';
import { findOrganisation, listOrganisations } from '#features/organisation/organisation.data.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import type { MessageId, OrganisationId } from '#journey/ids.ts';
import { config } from '#shared/config/config.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock, jobQueue, mailer, smsSender } from '../wiring.ts';

/** Delivers one message of the queue. */
export async function deliver(job: {
  readonly organisationId: OrganisationId;
  readonly messageId: MessageId;
}): Promise<void> {
  const sender = await findOrganisation(job.organisationId);
  if (sender === null) return;
  const { LINK_SECRET, MAIL_RETURN, PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const tools = { clock, mailer, smsSender, linkSecret: LINK_SECRET, mailReturn: MAIL_RETURN };
  const origin = publicOrigin(sender, PUBLIC_SCHEME, PUBLIC_PORT);
  await deliverMessage(tools, { sender, origin }, job.messageId);
}

/** Puts what is due in every organisation into the queue; trouble in one does not keep the others waiting. */
export async function sweepMessages(): Promise<void> {
  for (const { id } of await listOrganisations()) {
    try {
      await enqueueDueMessages({ clock, jobQueue }, id);
    } catch (error) {
      logUnexpected(error, 'sweeping messages');
    }
  }
}
