import { databaseClock } from '#adapters/clock/database-clock.ts';
import type { Clock } from '#ports/clock.ts';

/** The only place that chooses adapters for ports. */
export const clock: Clock = databaseClock;
