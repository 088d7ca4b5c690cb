import { PgBoss } from 'pg-boss';
import { config } from '#shared/config/config.ts';
import { log, logUnexpected } from '#shared/log.ts';
import { type Delivery, deliveryQueue, ensureDeliveryQueue, parseDelivery } from './delivery-queue.ts';

/** How many messages one worker has in hand at a time; each may wait for a slow server. */
const deliveriesAtATime = 6;
/** Jobs are told of at once (LISTEN); this is only for a notice that was lost. */
const pollSeconds = 5;
const drainMilliseconds = 8_000;

/**
 * Works the queue in this process until stopped; stopping lets what is in hand end first.
 * @returns how to stop
 */
export async function workDeliveries(
  deliver: (delivery: Delivery) => Promise<void>,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: config().DATABASE_URL,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    registerInstance: false,
    // The application's role owns no index and may not rebuild one.
    reindex: false,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.warn({ name: error.name }, 'the job queue has trouble'));
  await boss.start();
  await ensureDeliveryQueue(boss);
  await boss.work<unknown>(
    deliveryQueue,
    {
      localConcurrency: deliveriesAtATime,
      pollingIntervalSeconds: pollSeconds,
      notifyPollingIntervalSeconds: pollSeconds,
    },
    async ([job]) => {
      try {
        await deliver(parseDelivery(job?.data));
      } catch (error) {
        logUnexpected(error, deliveryQueue);
        throw error;
      }
    },
  );
  return () => boss.stop({ graceful: true, timeout: drainMilliseconds });
}
