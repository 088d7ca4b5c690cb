import { startDatabaseClock } from '#adapters/clock/database-clock.ts';
import { closeJobQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { workDeliveries } from '#adapters/jobs/pg-boss-worker.ts';
import { assertUtc, closeDatabase } from '#db/client.ts';
import { config } from '#shared/config/config.ts';
import { sendAnswers } from './jobs/answer-jobs.ts';
import { sweepCalendars } from './jobs/calendar-jobs.ts';
import { markMissed, offerTimes } from './jobs/change-jobs.ts';
import { eraseOutlived } from './jobs/erasure-jobs.ts';
import { startDeliveries } from './jobs/message-jobs.ts';
import {
  alarmAllQuestions,
  escalateAll,
  replanAllReminders,
  tellAllDelays,
  tellAllTurns,
} from './jobs/reaction-jobs.ts';
import { repeat } from './jobs/repeat.ts';

/**
 * The worker: sends messages, at once when a change asks for one and by the clock when their moment comes; follows up what was not
 * answered, tells of delays and plans reminders anew when their moments changed; offers times that came free, marks what nobody came to, reads the calendars of experts, and erases
 * what was kept long enough.
 */

const sweepMilliseconds = 20_000;
const calendarMilliseconds = 60_000;
/** Somebody waits for it with the telephone in hand. */
const answerMilliseconds = 2_000;
/** A time that came free can be booked by anybody until it is offered. */
const offerMilliseconds = 3_000;
const missedMilliseconds = 60_000;
/** A delay is told while it is news. */
const delayMilliseconds = 20_000;
/** Minutes before a turn, seconds count. */
const turnMilliseconds = 5_000;
const alarmMilliseconds = 20_000;
const escalationMilliseconds = 30_000;
/** A change of the rules waits a minute anyway. */
const replanMilliseconds = 30_000;
/** What was promised in days is late by an hour at most, also where the worker stands still at night. */
const erasureMilliseconds = 3_600_000;

function refuseToStart(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** @returns how to stop, which lets what is in hand end */
async function start(): Promise<() => Promise<void>> {
  await assertUtc();
  const stopClock = await startDatabaseClock();
  const deliveries = startDeliveries();
  const stopWork = await workDeliveries(async (message) => deliveries.deliver(message));
  const stops = [
    repeat(deliveries.sweep, sweepMilliseconds, 'sweeping messages'),
    repeat(sendAnswers, answerMilliseconds, 'sending answers'),
    repeat(offerTimes, offerMilliseconds, 'offering earlier times'),
    repeat(markMissed, missedMilliseconds, 'marking missed appointments'),
    repeat(tellAllDelays, delayMilliseconds, 'telling of delays'),
    repeat(tellAllTurns, turnMilliseconds, 'telling of turns'),
    repeat(alarmAllQuestions, alarmMilliseconds, 'telling of questions that are overdue'),
    repeat(escalateAll, escalationMilliseconds, 'escalating messages'),
    repeat(replanAllReminders, replanMilliseconds, 'planning reminders anew'),
    repeat(sweepCalendars, calendarMilliseconds, 'reading calendars'),
    repeat(eraseOutlived, erasureMilliseconds, 'erasing what was kept long enough'),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await stopWork();
    await deliveries.stop();
    await closeJobQueue();
    stopClock();
    await closeDatabase();
  };
}

try {
  config();
} catch (error) {
  refuseToStart((error as Error).message);
}

const stop = await start().catch((error: Error & { code?: string }) =>
  refuseToStart(`DATABASE_URL: the database cannot be used as it is (${error.code ?? error.message}).`),
);
process.stdout.write('ready worker\n');

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(0));
  });
}
