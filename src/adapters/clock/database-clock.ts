import { database } from '#db/client.ts';
import type { Clock } from '#ports/clock.ts';
import { log } from '#shared/log.ts';

const measureMilliseconds = 30_000;
const alarmMilliseconds = 2_000;

const key = Symbol.for('digitale-balie.clock-offset');
const store = globalThis as { [key]?: { offset: number } };
const measured = () => (store[key] ??= { offset: 0 });

/** The database's time: this machine's, corrected by the measured difference, so that all nodes decide alike. */
export const databaseClock: Clock = { now: () => Date.now() + measured().offset };

/** Measures the difference now and every half minute. Returns how to stop. @throws when the database cannot be asked now */
export async function startDatabaseClock(): Promise<() => void> {
  await measure();
  const timer = setInterval(
    () => void measure().catch(() => log.warn('the clock could not be measured')),
    measureMilliseconds,
  );
  return () => clearInterval(timer);
}

async function measure(): Promise<void> {
  const asked = Date.now();
  const { rows } = await database().pool.query<{ ms: string }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms',
  );
  const answered = Date.now();
  const offset = Number(rows[0]?.ms) - (asked + answered) / 2;
  // Below the time of the round trip the difference is noise.
  measured().offset = Math.abs(offset) <= (answered - asked) / 2 ? 0 : Math.round(offset);
  if (Math.abs(measured().offset) > alarmMilliseconds)
    log.error({ offset: measured().offset }, 'this clock is wrong');
}
