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
/** So close to the agreed time, a counter without anybody may well stay so. */
const soonMinutes = 5;

/**
 * When each in the queue is expected to be helped: whoever is first takes the seat that comes free first, never before the
 * agreed time and never in the past. While nobody works at the counter, an agreed time that is still far is believed; a turn that is
 * near, past, or comes after somebody else's is unknown: null.
 * @param running the conversations of the team, each at a seat
 * @param seatsInUse how many clerks sit at a seat
 */
export function expectTimes(
  queue: readonly Queued[],
  running: readonly Running[],
  seatsInUse: number,
  now: number,
): ReadonlyMap<string, number | null> {
  const isDeserted = seatsInUse === 0 && running.length === 0;
  const seats = Math.max(1, seatsInUse, running.length);
  const freeAt = running.map((conversation) => expectEnd(conversation, now));
  while (freeAt.length < seats) freeAt.push(now);
  const expected = new Map<string, number | null>();
  for (const { id, startAt, durationMinutes } of queue) {
    const seat = indexOfEarliest(freeAt);
    const at = Math.max(freeAt[seat] as number, startAt, now);
    const isFar = at === startAt && startAt - now > soonMinutes * MINUTE_MILLISECONDS;
    expected.set(id, isDeserted && !isFar ? null : at);
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
