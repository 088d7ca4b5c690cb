import type { VisitView } from '#journey/live-views.ts';

/** A shorter delay is not worth a word. */
const namedFromMinutes = 3;
const stepMinutes = 5;

/** A delay as it is told: in steps of five minutes, rounded up so that nobody is promised too much; 0 when there is none to name. */
export function toldDelayMinutes(delayMinutes: number): number {
  if (delayMinutes < namedFromMinutes) return 0;
  return Math.ceil(delayMinutes / stepMinutes) * stepMinutes;
}

/** The moment that is told as the expected one, epoch milliseconds: it agrees with the delay that is told. Null when there is none to tell. */
export function toldExpectedAt({
  expectedAt,
  delayMinutes,
}: NonNullable<VisitView['waiting']>): number | null {
  if (expectedAt === null) return null;
  const told = toldDelayMinutes(delayMinutes);
  return told === 0 ? expectedAt : expectedAt + (told - delayMinutes) * 60_000;
}

/** What a waiting page is about. */
export type WaitingSituation =
  | 'next'
  | 'queue'
  | 'companion'
  | 'door'
  | 'byPhone'
  | 'putOut'
  | 'left'
  | 'begins';

export function situationOf(view: VisitView, hasLeft: boolean, isPutOut = false): WaitingSituation {
  if (view.stage === 'call') {
    if (!view.call?.admitted) return isPutOut ? 'putOut' : view.byPhone ? 'byPhone' : 'door';
    return hasLeft ? 'left' : 'begins';
  }
  const place = view.waiting?.place ?? null;
  if (place === null) return 'companion';
  return place > 1 ? 'queue' : 'next';
}
