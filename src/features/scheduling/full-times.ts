import { type EpochMilliseconds, type Interval, mergeIntervals } from '#journey/time.ts';
import type { ChannelCapacity } from './schedule.ts';

const always: Interval = {
  startAt: Number.NEGATIVE_INFINITY as EpochMilliseconds,
  endAt: Number.POSITIVE_INFINITY as EpochMilliseconds,
};

/** The stretches in which a channel takes no more, in order, not touching each other. */
export function fullTimes({ atOnce, busy }: ChannelCapacity): Interval[] {
  if (atOnce <= 0) return [always];
  const changes = busy
    .filter(({ startAt, endAt }) => startAt < endAt)
    .flatMap(({ startAt, endAt }) => [
      { at: startAt, by: 1 },
      { at: endAt, by: -1 },
    ])
    // What ends at a moment is gone before what begins there.
    .sort((a, b) => a.at - b.at || a.by - b.by);
  const full: Interval[] = [];
  let atThisTime = 0;
  let since: EpochMilliseconds | undefined;
  for (const { at, by } of changes) {
    atThisTime += by;
    if (atThisTime >= atOnce) since ??= at;
    else if (since !== undefined) {
      full.push({ startAt: since, endAt: at });
      since = undefined;
    }
  }
  return mergeIntervals(full);
}
