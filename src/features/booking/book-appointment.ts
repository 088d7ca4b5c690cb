import { randomUUID } from 'node:crypto';
import { isExclusionViolation, isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { readMessagePolicy } from '#db/message-policy.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { holdTeam } from '#db/team-turn.ts';
import type { EventActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { isInterpreterLanguage } from '#journey/interpreter-languages.ts';
import { planBookingMessages } from '#journey/message-plan.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { canBeTold } from '#journey/text-messages.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';
import { deriveSheetCode, hashSheetCode } from '#shared/sheet-code.ts';
import { findBookingsOfForms, insertAppointment } from './booking.data.ts';
import { toAgain } from './booking-again.ts';
import type { Booked, BookingFailure, BookingRequest, BookingTools } from './booking-request.ts';
import { findPlace, type Place } from './find-place.ts';
import { deleteHold } from './hold.data.ts';
import { drawPhrase } from './phrase-words.ts';
import { drawReference } from './reference.ts';
import { type BookOne, joinRush } from './rush.ts';
import { wishOf } from './wish-of-request.ts';

/** More than seats that any team has: every try finds one that is free now, or none. */
const mostTries = 50;

/**
 * Books services at a time, for a citizen or by staff on a citizen's behalf: appointment, event and messages together or not at all.
 * The database is the judge of a race: who loses a seat tries the next one that is free, and then hears which times are.
 */
export async function bookAppointment(
  tools: BookingTools,
  request: BookingRequest,
): Promise<Result<Booked, BookingFailure>> {
  if (!mayBook(request)) return fail({ code: 'notAllowed' });
  if (!isInterpreterClear(request)) return fail({ code: 'interpreterUnclear' });
  return joinRush(tools, request, bookAtTeam);
}

const bookAtTeam: BookOne = async (tools, request, teamId) => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withOrganisation(request.organisation.id, async (scope) => {
        // One at a time: what the one before did is seen.
        await holdTeam(scope, teamId);
        const outlook = await lookAround(scope, tools, request);
        return outlook.settled ? outlook.result : succeed(await write(scope, tools, request, outlook));
      });
    } catch (error) {
      // Somebody was first at this seat, or this very form was: what is there now is seen in a new transaction.
      const lost = isExclusionViolation(error) || isUniqueViolation(error);
      if (!lost || tries === mostTries) throw error;
    }
  }
};

function mayBook({ organisation, request }: BookingRequest): boolean {
  if (request.kind === 'citizen') return true;
  return request.actor.organisationId === organisation.id && mayDo(request.actor, 'bookForCitizen');
}

/** The language is what an interpreter is looked for by: neither says anything without the other. */
function isInterpreterClear({ wish, interpreterLanguage }: BookingRequest): boolean {
  if (!wish.needs.includes('interpreter')) return interpreterLanguage === null;
  return interpreterLanguage !== null && isInterpreterLanguage(interpreterLanguage);
}

type Outlook =
  | { readonly settled: true; readonly result: Result<Booked, BookingFailure> }
  | { readonly settled: false; readonly place: Place; readonly now: EpochMilliseconds };

/** What there is to say before anything is written: booked by this form already, impossible, or a place that is free. */
async function lookAround(
  scope: OrganisationScope,
  { clock, linkSecret, readServiceTime }: BookingTools,
  request: BookingRequest,
): Promise<Outlook> {
  const now = epochMilliseconds(clock.now());
  const again = await findBookingsOfForms(scope, [request.submissionKey]);
  const earlier = again.get(request.submissionKey);
  if (earlier) return { settled: true, result: toAgain(earlier, linkSecret, now) };
  const { startAt, organisation } = request;
  const question = { wish: wishOf(request), timeZone: organisation.timeZone, startAt, now };
  const place = await findPlace(scope, readServiceTime, question);
  return place.ok ? { settled: false, place: place.value, now } : { settled: true, result: place };
}

async function write(
  scope: OrganisationScope,
  { jobQueue, linkSecret }: BookingTools,
  request: BookingRequest,
  { place, now }: { readonly place: Place; readonly now: EpochMilliseconds },
): Promise<Booked> {
  const { organisation, details, language } = request;
  const id = randomUUID() as AppointmentId;
  const reference = drawReference();
  const linkToken = deriveLinkToken(linkSecret, id);
  const sheetCode = canBeTold(details) ? null : deriveSheetCode(linkSecret, id);
  const wish = wishOf(request);
  await deleteHold(scope, wish.holderKey as string);
  await insertAppointment(scope, request, {
    id,
    reference,
    place,
    needs: wish.needs,
    channel: wish.channel,
    phraseWords: drawPhrase(language),
    linkTokenHash: hashToken(linkToken),
    sheetCodeHash: sheetCode && hashSheetCode(linkSecret, sheetCode),
    createdAt: now,
  });
  const { startAt, teamId, seatId, serviceIds } = place;
  const policy = await readMessagePolicy(scope);
  const messages = planBookingMessages({ startAt, timeZone: organisation.timeZone, ...details }, now, policy);
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: 'appointment.booked',
    actor: bookedBy(request, id),
    payload: { appointmentId: id, serviceIds: serviceIds.join(' '), seatId, startAt, channel: wish.channel },
    at: now,
  });
  return { reference, linkToken, sheetCode, again: false };
}

function bookedBy({ request }: BookingRequest, id: AppointmentId): EventActor {
  return request.kind === 'staff'
    ? { kind: 'staff', id: request.actor.staffMemberId }
    : { kind: 'citizen', id };
}
