import { fromPrisma, PgBoss } from 'pg-boss';
import type { JobQueue } from '#ports/job-queue.ts';
import { config } from '#shared/config/config.ts';
import { log } from '#shared/log.ts';
import { deliveryQueue, ensureDeliveryQueue } from './delivery-queue.ts';

/** The sending side of pg-boss: it puts jobs in, with few connections, and works none. */

const connections = 2;

const key = Symbol.for('digitale-balie.job-sender');
const store = globalThis as { [key]?: Promise<PgBoss> };

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: config().DATABASE_URL,
    max: connections,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', (error) => log.warn({ name: error.name }, 'the job queue has trouble'));
  try {
    await boss.start();
    await ensureDeliveryQueue(boss);
    return boss;
  } catch (error) {
    // The next caller tries again.
    store[key] = undefined;
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
}

const sender = (): Promise<PgBoss> => (store[key] ??= startSender());

/** Jobs in the same Postgres, put in by the caller's own transaction. */
export const pgBossQueue: JobQueue = {
  enqueueDelivery: async ({ organisationId, db }, messageIds) => {
    if (messageIds.length === 0) return;
    const boss = await sender();
    const jobs = messageIds.map((messageId) => ({
      data: { organisationId, messageId },
      singletonKey: messageId,
    }));
    await boss.insert(deliveryQueue, jobs, { db: fromPrisma(db) });
  },
};

/** Ends the connections of the sending side. */
export async function closeJobQueue(): Promise<void> {
  const starting = store[key];
  store[key] = undefined;
  await (await starting?.catch(() => undefined))?.stop({ graceful: false });
}
