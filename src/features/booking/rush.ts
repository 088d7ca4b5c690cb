import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { TeamId } from '#journey/ids.ts';
import type { Result } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { createTurns } from '#shared/take-turns.ts';
import { findBookingsOfForms } from './booking.data.ts';
import { toAgain } from './booking-again.ts';
import type { Booked, BookingFailure, BookingRequest, BookingTools } from './booking-request.ts';
import { toPlace } from './find-place.ts';
import { findHolders } from './hold.data.ts';
import { wishOf } from './wish-of-request.ts';

type Answer = Result<Booked, BookingFailure>;

/** Somebody who waits for an answer. */
type Waiting = {
  readonly tools: BookingTools;
  readonly request: BookingRequest;
  readonly settle: (answer: Answer | Promise<Answer>) => void;
  readonly fail: (error: unknown) => void;
};

/** Books one at a team, in its own transaction, where the time seems free. */
export type BookOne = (tools: BookingTools, request: BookingRequest, teamId: TeamId) => Promise<Answer>;

/** Who wants the same services in the same way from this process, in order of arrival. By the clock, which is one per process. */
const rushes = new WeakMap<Clock, Map<string, Waiting[]>>();

/** A rush on one morning must not take all connections from who looks at pages meanwhile. */
const takeTurn = createTurns(8);
const mostAtOnce = 8;

/**
 * Answers one who wants to book. Who comes alone is served at once. In a rush, one look at the schedule serves all who wait for the same
 * services: who wants a time that is gone hears so without asking the database again, and only one per free time goes on to
 * book it.
 */
export function joinRush(tools: BookingTools, request: BookingRequest, bookOne: BookOne): Promise<Answer> {
  const ofProcess = rushes.get(tools.clock) ?? new Map<string, Waiting[]>();
  rushes.set(tools.clock, ofProcess);
  const key = keyOf(request);
  const rush = ofProcess.get(key);
  return new Promise((settle, fail) => {
    const waiting = { tools, request, settle, fail };
    if (rush) {
      rush.push(waiting);
      return;
    }
    const started = [waiting];
    ofProcess.set(key, started);
    // In the same breath in which nobody is left: who comes after that starts a new one.
    void serve(started, bookOne, () => ofProcess.delete(key));
  });
}

/** What a look at the schedule depends on; the form's own hold is looked after apart. */
function keyOf({ organisation, wish, request }: BookingRequest): string {
  const { serviceSlugs, channel, locationId, needs, language } = wish;
  const { id, timeZone } = organisation;
  return JSON.stringify([id, timeZone, request.kind, serviceSlugs, channel, locationId, needs, language]);
}

async function serve(rush: Waiting[], bookOne: BookOne, end: () => void): Promise<void> {
  while (rush.length > 0) {
    const present = [...rush];
    const served = new Set<Waiting>();
    try {
      const { answered, free, teamId } = await takeTurn(() => lookTogether(present));
      for (const [waiting, answer] of answered) {
        waiting.settle(answer);
        served.add(waiting);
      }
      const chosen = onePerTime(free).slice(0, mostAtOnce);
      await Promise.allSettled(
        chosen.map((waiting) => {
          const booking = takeTurn(() => bookOne(waiting.tools, waiting.request, teamId as TeamId));
          waiting.settle(booking);
          served.add(waiting);
          return booking;
        }),
      );
    } catch (error) {
      for (const waiting of present.filter((each) => !served.has(each))) {
        waiting.fail(error);
        served.add(waiting);
      }
    }
    rush.splice(0, rush.length, ...rush.filter((waiting) => !served.has(waiting)));
  }
  end();
}

function onePerTime(free: readonly Waiting[]): Waiting[] {
  const first = new Map<number, Waiting>();
  for (const waiting of free) {
    if (!first.has(waiting.request.startAt)) first.set(waiting.request.startAt, waiting);
  }
  return [...first.values()];
}

type Look = {
  readonly answered: ReadonlyMap<Waiting, Answer>;
  /** Who may go on: their time is free, or kept for them. */
  readonly free: readonly Waiting[];
  readonly teamId: TeamId | null;
};

/** One look at the schedule for all who wait: booked by this form already, impossible, or worth a try. */
function lookTogether(present: readonly Waiting[]): Promise<Look> {
  const [{ tools, request }] = present as [Waiting, ...Waiting[]];
  return withOrganisation(request.organisation.id, async (scope) => {
    const now = epochMilliseconds(tools.clock.now());
    const again = await findBookingsOfForms(
      scope,
      present.map((waiting) => waiting.request.submissionKey),
    );
    const wish = { ...wishOf(request), holderKey: null };
    const { timeZone } = request.organisation;
    const times = await tools.readServiceTimes(scope, { wish, timeZone, now });
    const answered = new Map<Waiting, Answer>();
    const lost: Waiting[] = [];
    const free: Waiting[] = [];
    for (const waiting of present) {
      const { startAt, submissionKey } = waiting.request;
      const earlier = again.get(submissionKey);
      if (earlier) {
        answered.set(waiting, toAgain(earlier, tools.linkSecret, now));
        continue;
      }
      const place = toPlace(times && { ...times, answer: times.answer(startAt) }, startAt);
      if (place.ok) free.push(waiting);
      else answered.set(waiting, place);
      if (!place.ok && place.failure.code === 'timeTaken') lost.push(waiting);
    }
    for (const holder of await whoHoldsTime(scope, lost)) {
      answered.delete(holder);
      free.push(holder);
    }
    return { answered, free, teamId: times?.teamId ?? null };
  });
}

/** Those to whom a time seems taken because they hold it themselves. */
async function whoHoldsTime(scope: OrganisationScope, lost: readonly Waiting[]): Promise<readonly Waiting[]> {
  if (lost.length === 0) return [];
  const keys = lost.map(({ request }) => wishOf(request).holderKey as string);
  const holders = await findHolders(scope, keys);
  return lost.filter((_, index) => holders.has(keys[index] as string));
}
