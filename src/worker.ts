import { startDatabaseClock } from '#adapters/clock/database-clock.ts';
import { closeJobQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { workDeliveries } from '#adapters/jobs/pg-boss-worker.ts';
import { assertUtc, closeDatabase } from '#db/client.ts';
import { config } from '#shared/config/config.ts';
import { deliver, sweepMessages } from './jobs/message-jobs.ts';
import { repeat } from './jobs/repeat.ts';

/** The worker: sends messages, at once when a change asks for one and by the clock when their moment comes. */

const sweepMilliseconds = 20_000;

try {
  config();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

await assertUtc();
const stopClock = await startDatabaseClock();
const stopWork = await workDeliveries(deliver);
const stopSweep = repeat(sweepMessages, sweepMilliseconds, 'sweeping messages');
process.stdout.write('ready worker\n');

let stopping = false;

/** Ends what is in hand; what waits, waits for the next worker. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stopSweep();
  await stopWork();
  await closeJobQueue();
  stopClock();
  await closeDatabase();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
