import { randomUUID } from 'node:crypto';
import { isExclusionViolation, isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { holdTeam } from '#db/team-turn.ts';
import type {
  AppointmentId,
  AppointmentReference,
  LinkToken,
  OrganisationId,
  SeatId,
  ServiceId,
  TeamId,
} from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { planBookingMessages } from '#journey/message-plan.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type EpochMilliseconds, epochMilliseconds, type Interval } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';
import { createTurns } from '#shared/take-turns.ts';
import { findBookingOfForm, insertAppointment } from './booking.data.ts';
import type { ContactDetails } from './contact-details.ts';
import { drawPhrase } from './phrase-words.ts';
import { drawReference } from './reference.ts';

/** A seat that is free for the time that was asked for. */
type FreePlace = {
  readonly kind: 'free';
  readonly endAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  readonly seatId: SeatId;
};
type NoPlace = { readonly kind: 'taken' | 'notOffered'; readonly nearest: readonly Interval[] };

/** Asks, in the booking's own transaction, whether a service can be booked at a time; null when there is no such service. */
export type ReadServiceTime = (
  scope: OrganisationScope,
  question: {
    readonly serviceSlug: string;
    readonly timeZone: string;
    readonly startAt: EpochMilliseconds;
    readonly now: EpochMilliseconds;
  },
) => Promise<{
  readonly serviceId: ServiceId;
  readonly teamId: TeamId;
  readonly answer: FreePlace | NoPlace;
} | null>;

export type BookingTools = {
  readonly clock: Clock;
  readonly jobQueue: JobQueue;
  readonly linkSecret: string;
  readonly readServiceTime: ReadServiceTime;
};

export type BookingRequest = {
  readonly organisation: { readonly id: OrganisationId; readonly timeZone: string };
  readonly serviceSlug: string;
  readonly startAt: EpochMilliseconds;
  /** Drawn when the form was shown; a second submit of the same form finds the first booking. UUID. */
  readonly submissionKey: string;
  /** In which the citizen booked, and gets every message. */
  readonly language: Language;
  readonly details: ContactDetails;
};

export type Booked = {
  readonly reference: AppointmentReference;
  /**
   * The one link, to be exchanged for this browser's own cookie. Null when the form was sent again long after: whoever does so
   * need not be the one who booked.
   */
  readonly linkToken: LinkToken | null;
  readonly again: boolean;
};

export type BookingFailure =
  | { readonly code: 'unknownService' }
  /** Somebody else has it, or it is not offered (any more); the nearest free times, in order. */
  | { readonly code: 'timeTaken' | 'timeNotOffered'; readonly nearest: readonly Interval[] };

/** Long enough for an impatient second click or a lost answer, too short for the next visitor of a shared computer. */
const sameVisitorMilliseconds = 15 * 60_000;

/** A rush on one morning must not take all connections from who looks at pages meanwhile. */
const takeTurn = createTurns(8);

/** More than seats that any team has: every try finds one that is free now, or none. */
const mostTries = 50;

/**
 * Books a service at a time for a citizen, over video: appointment, event and messages together or not at all.
 * The database is the judge of a race: who loses a seat tries the next one that is free, and then hears which times are.
 */
export async function bookAppointment(
  tools: BookingTools,
  request: BookingRequest,
): Promise<Result<Booked, BookingFailure>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await takeTurn(() =>
        withOrganisation(request.organisation.id, (scope) => bookInside(scope, tools, request)),
      );
    } catch (error) {
      // Somebody was first at this seat, or this very form was: what is there now is seen in a new transaction.
      const lost = isExclusionViolation(error) || isUniqueViolation(error);
      if (!lost || tries === mostTries) throw error;
    }
  }
}

async function bookInside(
  scope: OrganisationScope,
  tools: BookingTools,
  request: BookingRequest,
): Promise<Result<Booked, BookingFailure>> {
  const first = await lookAround(scope, tools, request);
  if (first.settled) return first.result;
  // The time seems free: from here on one at a time, and what the one before did is seen.
  await holdTeam(scope, first.place.teamId);
  const second = await lookAround(scope, tools, request);
  return second.settled ? second.result : succeed(await write(scope, tools, request, second));
}

type Outlook =
  | { readonly settled: true; readonly result: Result<Booked, BookingFailure> }
  | { readonly settled: false; readonly place: Place; readonly now: EpochMilliseconds };

/** What there is to say before anything is written: booked by this form already, impossible, or a place that is free. */
async function lookAround(
  scope: OrganisationScope,
  { clock, linkSecret, readServiceTime }: BookingTools,
  { organisation, serviceSlug, startAt, submissionKey }: BookingRequest,
): Promise<Outlook> {
  const now = epochMilliseconds(clock.now());
  const settle = (result: Result<Booked, BookingFailure>): Outlook => ({ settled: true, result });
  const earlier = await findBookingOfForm(scope, submissionKey);
  if (earlier !== null) {
    const sameVisitor = now - earlier.createdAt < sameVisitorMilliseconds;
    const linkToken = sameVisitor ? deriveLinkToken(linkSecret, earlier.id) : null;
    return settle(succeed({ reference: earlier.reference, linkToken, again: true }));
  }
  const { timeZone } = organisation;
  const service = await readServiceTime(scope, { serviceSlug, timeZone, startAt, now });
  if (service === null) return settle(fail({ code: 'unknownService' }));
  const { answer, ...ids } = service;
  if (answer.kind === 'free') return { settled: false, place: { ...ids, ...answer }, now };
  const code = answer.kind === 'taken' ? 'timeTaken' : 'timeNotOffered';
  return settle(fail({ code, nearest: answer.nearest }));
}

type Place = FreePlace & { readonly serviceId: ServiceId; readonly teamId: TeamId };

async function write(
  scope: OrganisationScope,
  { jobQueue, linkSecret }: BookingTools,
  { organisation, startAt, submissionKey, language, details }: BookingRequest,
  { place, now }: { readonly place: Place; readonly now: EpochMilliseconds },
): Promise<Booked> {
  const { serviceId, teamId, seatId, endAt, occupiedUntilAt } = place;
  const id = randomUUID() as AppointmentId;
  const reference = drawReference();
  const linkToken = deriveLinkToken(linkSecret, id);
  await insertAppointment(scope, {
    id,
    reference,
    teamId,
    seatId,
    serviceId,
    startAt,
    endAt,
    occupiedUntilAt,
    language,
    details,
    phraseWords: drawPhrase(language),
    linkTokenHash: hashToken(linkToken),
    submissionKey,
    createdAt: now,
  });
  const messages = planBookingMessages({ startAt, timeZone: organisation.timeZone, ...details }, now);
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: 'appointment.booked',
    actor: { kind: 'citizen', id },
    payload: { appointmentId: id, serviceId, seatId, startAt },
    at: now,
  });
  return { reference, linkToken, again: false };
}
