import { type Job, type JobResult, PgBoss } from 'pg-boss';
import { config } from '#shared/config/config.ts';
import { log, logUnexpected } from '#shared/log.ts';
import { type Delivery, deliveryQueue, ensureDeliveryQueue, parseDelivery } from './delivery-queue.ts';

/** Each row takes a handful of messages at a time, so that one that waits for a slow server holds up few others. */
const rows = 4;
const handful = 5;
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
  const options = {
    localConcurrency: rows,
    batchSize: handful,
    // After a full handful comes the next one at once.
    burstWhenBatchFull: true,
    pollingIntervalSeconds: pollSeconds,
    notifyPollingIntervalSeconds: pollSeconds,
    perJobResults: true,
  } as const;
  await boss.work<unknown>(deliveryQueue, options, (jobs) =>
    Promise.all(jobs.map((job) => workOne(job, deliver))),
  );
  return () => boss.stop({ graceful: true, timeout: drainMilliseconds });
}

async function workOne(
  { id, data }: Job<unknown>,
  deliver: (delivery: Delivery) => Promise<void>,
): Promise<JobResult> {
  try {
    await deliver(parseDelivery(data));
    return { id, status: 'completed' };
  } catch (error) {
    return { id, status: 'failed', output: { errorId: logUnexpected(error, deliveryQueue) } };
  }
}
