import type { Coming, RunningDay } from '#journey/expected-starts.ts';
import type { Interval } from '#journey/time.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import { firstTurn, type Newcomer } from '#journey/walk-in-turns.ts';

/** What somebody finds who comes without appointment. Moments are epoch milliseconds. */
export type CounterState =
  | {
      readonly kind: 'open';
      readonly closesAt: number;
      /** How many wait before them. */
      readonly waiting: number;
      /** The turn that they would be told; null while nobody is at the counter. */
      readonly turnAt: number | null;
    }
  /** Open, but nobody more can be helped before it closes. */
  | { readonly kind: 'full'; readonly opensAt: number | null }
  /** @property opensAt when it opens next; null when that is not known */
  | { readonly kind: 'closed'; readonly opensAt: number | null };

export type CounterQuestion = {
  /** The openings from today on, in order. */
  readonly openings: readonly Interval[];
  readonly mostWaiting: number;
  readonly day: RunningDay;
  readonly newcomer: Newcomer;
  readonly now: number;
};

/** So long somebody who joined is on the way to the waiting room. */
const onTheWayMinutes = 1;

/** Open as long as who comes now can be helped before it closes, and not too many wait. */
export function lookAtCounter({
  openings,
  mostWaiting,
  day: { coming, ...rest },
  newcomer,
  now,
}: CounterQuestion): CounterState {
  const opening = openings.find(({ startAt, endAt }) => startAt <= now && now < endAt);
  const opensAt = openings.find(({ startAt }) => startAt > now)?.startAt ?? null;
  if (opening === undefined) return { kind: 'closed', opensAt };
  const day = { ...rest, coming: coming.map((person) => countOnTheWay(person, now)) };
  const there = day.coming.filter(({ arrivedAt }) => arrivedAt !== null);
  if (there.filter(({ seatId }) => seatId === null).length >= mostWaiting) return { kind: 'full', opensAt };
  const turnAt = firstTurn(day, newcomer, now);
  const lasts = newcomer.durationMinutes * MINUTE_MILLISECONDS;
  if ((turnAt ?? now) + lasts > staysOpenUntil(openings, opening)) return { kind: 'full', opensAt };
  return { kind: 'open', closesAt: opening.endAt, waiting: there.length, turnAt };
}

/** Hours of a day that end when those of the next begin are one stretch: at midnight nobody is sent away. */
function staysOpenUntil(openings: readonly Interval[], { endAt }: Interval): number {
  return openings.reduce((until, next) => (next.startAt === until ? next.endAt : until), endAt);
}

/** Whoever joined a moment ago and whose page is not connected yet counts, so that two who come at once are told two times. */
function countOnTheWay(person: Coming, now: number): Coming {
  const isOnTheWay =
    person.seatId === null &&
    person.arrivedAt === null &&
    now - person.startAt < onTheWayMinutes * MINUTE_MILLISECONDS;
  return isOnTheWay ? { ...person, arrivedAt: now } : person;
}
