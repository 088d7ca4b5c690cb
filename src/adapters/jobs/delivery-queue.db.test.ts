import { afterAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { MessageId } from '#journey/ids.ts';
import { createOrganisation } from '../../../prisma/factories/organisation-factories.ts';
import { closeJobQueue, pgBossQueue } from './pg-boss-queue.ts';
import { workDeliveries } from './pg-boss-worker.ts';

/** A machine that is busy with other tests. */
const patience = { timeout: 8_000 };

const messageId = () => crypto.randomUUID() as MessageId;

afterAll(async () => {
  await closeJobQueue();
  await closeDatabase();
});

describe('the queue of messages', () => {
  test('hands over what was put in by a transaction, each once, and nothing of one that was rolled back', async () => {
    const { id: organisationId } = await createOrganisation();
    const [first, second, rolledBack] = [messageId(), messageId(), messageId()];
    const enqueue = (ids: readonly MessageId[], fails = false) =>
      withOrganisation(organisationId, async (scope) => {
        await pgBossQueue.enqueueDelivery(scope, ids);
        if (fails) throw new Error('the change did not happen');
      });

    await expect(enqueue([rolledBack], true)).rejects.toThrow('the change did not happen');
    await enqueue([first]);
    await enqueue([first, second]);

    const delivered: string[] = [];
    const stop = await workDeliveries(async (delivery) => {
      expect(delivery.organisationId).toBe(organisationId);
      delivered.push(delivery.messageId);
    });
    try {
      await vi.waitFor(() => expect([...delivered].sort()).toEqual([first, second].sort()), patience);
      const third = messageId();
      await enqueue([third]);
      await vi.waitFor(() => expect(delivered).toContain(third), patience);
      expect(delivered).not.toContain(rolledBack);
      expect(delivered).toHaveLength(3);
    } finally {
      await stop();
    }
  });

  test('lets what is in hand end before it stops', async () => {
    const { id: organisationId } = await createOrganisation();
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    let ended = false;
    const stop = await workDeliveries(async () => {
      started.resolve();
      await finish.promise;
      ended = true;
    });
    await withOrganisation(organisationId, (scope) => pgBossQueue.enqueueDelivery(scope, [messageId()]));
    await started.promise;
    const stopped = stop();
    finish.resolve();
    await stopped;
    expect(ended).toBe(true);
  });
});
