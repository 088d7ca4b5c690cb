import { MINUTE_MILLISECONDS } from '#journey/time.ts';

/** Somebody in the queue, in the order of the queue. Times are epoch milliseconds. */
export type Queued = {
  readonly id: string;
  /** The agreed time: nobody is promised to be earlier. */
  readonly startAt: number;
  readonly durationMinutes: number;
};

/** A conversation that is going on. */
export type Running = {
  readonly admittedAt: number;
  readonly durationMinutes: number;
};

/** A conversation that takes longer than planned is expected to end this long from now, again and again. */
const overrunMinutes = 2;

/**
 * When each in the queue is expected to be helped: whoever is first takes the seat that comes free first, never before the
 * agreed time and never in the past.
 * @param running the conversations of the team, each at a seat
 * @param seatsInUse how many clerks sit at a seat; with none yet, one is expected to come
 */
export function expectTimes(
  queue: readonly Queued[],
  running: readonly Running[],
  seatsInUse: number,
  now: number,
): ReadonlyMap<string, number> {
  const seats = Math.max(1, seatsInUse, running.length);
  const freeAt = running.map((conversation) => expectEnd(conversation, now));
  while (freeAt.length < seats) freeAt.push(now);
  const expected = new Map<string, number>();
  for (const { id, startAt, durationMinutes } of queue) {
    const seat = indexOfEarliest(freeAt);
    const at = Math.max(freeAt[seat] as number, startAt, now);
    expected.set(id, at);
    freeAt[seat] = at + durationMinutes * MINUTE_MILLISECONDS;
  }
  return expected;
}

function expectEnd({ admittedAt, durationMinutes }: Running, now: number): number {
  const planned = admittedAt + durationMinutes * MINUTE_MILLISECONDS;
  return planned > now ? planned : now + overrunMinutes * MINUTE_MILLISECONDS;
}

function indexOfEarliest(times: readonly number[]): number {
  return times.reduce((best, time, index) => (time < (times[best] as number) ? index : best), 0);
}

/** Whole minutes later than agreed; 0 when on time. */
export function delayMinutesOf(expectedAt: number, startAt: number): number {
  return Math.max(0, Math.floor((expectedAt - startAt) / MINUTE_MILLISECONDS));
}
