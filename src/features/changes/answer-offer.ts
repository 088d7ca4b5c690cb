import { isExclusionViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { ChangeTools, OrganisationPlace } from './change-tools.ts';
import type { ChangeableAppointment } from './changeable.data.ts';
import { findOpenOffer, settleOpenOffer } from './earlier-times.data.ts';
import { type ChangeActor, hasSayIn, mayChangeAt } from './may-change.ts';
import { takeTurn } from './move-appointment.ts';
import { rearrange } from './rearrange.ts';

export type OfferAnswer = {
  readonly organisation: OrganisationPlace;
  readonly appointmentId: AppointmentId;
  /** The time that the answer is about: an answer to another offer than the open one counts for nothing. */
  readonly startAt: EpochMilliseconds;
};

export type AnswerFailure = {
  /** No say in it; the appointment began or is over; the offer ran out, was answered, or its time cannot be had any more. */
  readonly code: 'notYours' | 'tooLate' | 'offerGone';
};

/**
 * Takes the earlier time that is kept for this citizen. A late answer finds it gone, and the appointment as it was. Said again, it
 * changes nothing.
 */
export async function acceptOffer(
  tools: ChangeTools,
  actor: ChangeActor,
  answer: OfferAnswer,
): Promise<Result<'accepted', AnswerFailure>> {
  if (!hasSayIn(actor, answer.appointmentId)) return fail({ code: 'notYours' });
  try {
    return await withOrganisation(actor.organisationId, (scope) => acceptInside(scope, tools, actor, answer));
  } catch (error) {
    // An appointment stands where the time was kept: the constraint has the last word.
    if (isExclusionViolation(error)) return fail({ code: 'offerGone' });
    throw error;
  }
}

async function acceptInside(
  scope: OrganisationScope,
  tools: ChangeTools,
  actor: ChangeActor,
  { organisation, appointmentId, startAt }: OfferAnswer,
): Promise<Result<'accepted', AnswerFailure>> {
  const appointment = await takeTurn(scope, appointmentId);
  if (appointment === null) return fail({ code: 'notYours' });
  const now = epochMilliseconds(tools.clock.now());
  if (mayChangeAt(appointment, actor, now) !== 'change') return fail({ code: 'tooLate' });
  if (appointment.startAt === startAt) return succeed('accepted');
  const offer = await findOpenOffer(scope, appointmentId);
  if (offer === null || offer.startAt !== startAt || offer.expiresAt <= now)
    return fail({ code: 'offerGone' });
  const moved = await rearrange(scope, tools, appointment, {
    actor: eventActorOf(actor),
    audience: 'citizen',
    timeZone: organisation.timeZone,
    startAt,
    channel: appointment.channel,
    locationId: undefined,
    phone: appointment.phone,
    offer: offer.id,
    holderKey: offer.id,
    now,
  });
  return moved.ok ? succeed('accepted') : fail({ code: 'offerGone' });
}

/** Lets the next one in line have the time; the appointment and the place in line stay. Said again, it changes nothing. */
export async function declineOffer(
  { clock }: Pick<ChangeTools, 'clock'>,
  actor: ChangeActor,
  { appointmentId, startAt }: Omit<OfferAnswer, 'organisation'>,
): Promise<Result<'declined', AnswerFailure>> {
  if (!hasSayIn(actor, appointmentId)) return fail({ code: 'notYours' });
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = await takeTurn(scope, appointmentId);
    if (appointment === null) return fail({ code: 'notYours' });
    const now = epochMilliseconds(clock.now());
    const offer = await findOpenOffer(scope, appointmentId);
    if (offer?.startAt === startAt) {
      await settleOpenOffer(scope, appointmentId, 'declined', now);
      await recordDeclined(scope, actor, appointment, now);
    }
    return succeed('declined');
  });
}

function recordDeclined(
  scope: OrganisationScope,
  actor: ChangeActor,
  { id, teamId }: ChangeableAppointment,
  now: EpochMilliseconds,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: 'earlierTime.declined',
    actor: eventActorOf(actor),
    payload: { appointmentId: id },
    at: now,
  });
}
