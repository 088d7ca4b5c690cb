/** Whether a clerk at a seat receives people. Moments are epoch milliseconds. */

export const pauseReasons = ['break', 'administration', 'technical'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Own words are asked for where no reason fits, and only there. */
export type Pause = { readonly reason: PauseReason } | { readonly reason: 'other'; readonly words: string };

/** What a clerk chooses. */
export type WantedAvailability =
  | { readonly state: 'open' }
  | ({ readonly state: 'paused' } & Pause)
  /** For the rest of the day. */
  | { readonly state: 'closed' };

/** What is so, and since when. */
export type Availability =
  | { readonly state: 'open' }
  | ({ readonly state: 'paused'; readonly since: number } & Pause)
  | { readonly state: 'closed'; readonly since: number };

export const longestPauseWords = 60;

/** So long into a pause the clerk is reminded of it while people wait. */
const remindAfterMinutes = 10;

/** Whether what the clerk wants is so already. */
export function isSameAvailability(is: Availability, wanted: WantedAvailability): boolean {
  if (is.state !== 'paused' || wanted.state !== 'paused') return is.state === wanted.state;
  if (is.reason !== wanted.reason) return false;
  return is.reason !== 'other' || (wanted.reason === 'other' && is.words === wanted.words);
}

/** Whole minutes of a pause that has become long while people wait; null when there is nothing to remind of. */
export function minutesToRemindOf(is: Availability, waiting: number, now: number): number | null {
  if (is.state !== 'paused' || waiting === 0) return null;
  const minutes = Math.floor((now - is.since) / 60_000);
  return minutes >= remindAfterMinutes ? minutes : null;
}
