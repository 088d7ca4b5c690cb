import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { MessageId, OrganisationId } from '#journey/ids.ts';

/** The queue of messages that are due. A job is only a wake-up: the message's own row remembers what was done. */
export const deliveryQueue = 'deliver-message';

const delivery = z.object({ organisationId: z.uuid(), messageId: z.uuid() });

/** What a job of the queue says. */
export type Delivery = { readonly organisationId: OrganisationId; readonly messageId: MessageId };

/** @throws ZodError when the data was not written by this product */
export function parseDelivery(data: unknown): Delivery {
  return delivery.parse(data) as Delivery;
}

/**
 * Makes the queue when there is none yet; harmless when it is there. `short`: a message waits in it once at most.
 * No retries here: a message whose job failed is still due, and the sweep finds it.
 */
export async function ensureDeliveryQueue(boss: PgBoss): Promise<void> {
  await boss.createQueue(deliveryQueue, {
    policy: 'short',
    notify: true,
    retryLimit: 0,
    expireInSeconds: 120,
    deleteAfterSeconds: 24 * 60 * 60,
  });
}
