import { MINUTE_MILLISECONDS } from './time.ts';

/** When somebody who still has to come is told that it will be later than agreed, or on time after all. Epoch milliseconds. */

type Awaited = {
  readonly startAt: number;
  /** Null when nobody can say. */
  readonly expectedAt: number | null;
  /** The start that was told last; null when none was. */
  readonly toldStartAt: number | null;
  /** They are in the waiting room, whose page tells them. */
  readonly isThere: boolean;
};

/** Further ahead much can still be caught up. */
const horizonMinutes = 180;
/** Expected starts are told in such steps, rounded up, so that nobody is promised too much. */
const stepMinutes = 5;
/** An earlier start than was told is of use only to who can still make it. */
const earlierNoticeMinutes = 15;

/**
 * The start to tell now; null for no word. It is worth one when it differs from what was agreed or told last by the threshold, so
 * that a delay that swings a little is told once.
 * @param thresholdMinutes from so many minutes on people are told
 */
export function startToTell(
  { startAt, expectedAt, toldStartAt, isThere }: Awaited,
  thresholdMinutes: number,
  now: number,
): number | null {
  if (expectedAt === null || isThere) return null;
  if (startAt - now > horizonMinutes * MINUTE_MILLISECONDS) return null;
  const threshold = thresholdMinutes * MINUTE_MILLISECONDS;
  const step = stepMinutes * MINUTE_MILLISECONDS;
  const known = toldStartAt ?? startAt;
  // Who was told that it is late is on time again only when little is left of it.
  const isLate = expectedAt - startAt >= (known === startAt ? threshold : threshold / 2);
  const next = isLate ? startAt + Math.ceil((expectedAt - startAt) / step) * step : startAt;
  if (Math.abs(next - known) < threshold) return null;
  const isEarlier = next < known;
  return isEarlier && next - now < earlierNoticeMinutes * MINUTE_MILLISECONDS ? null : next;
}
