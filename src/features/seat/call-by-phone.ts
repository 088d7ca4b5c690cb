import { randomUUID } from 'node:crypto';
import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, RoomName } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { admitClerkParticipant } from './admission.data.ts';
import { endUnavailability } from './availability.data.ts';
import { beginByPhone, isToBeCalled, undoByPhone } from './phone.data.ts';
import { type Workplace, workplaceOf } from './workplace.ts';

export type PhoneFailure = {
  readonly code: /** Of another team, not by telephone, or somebody speaks with them already: the same answer. */
  'notFound' | 'alreadyInConversation';
};

type OpenedPhone = Result<{ readonly conversationId: ConversationId }, PhoneFailure>;

/**
 * A clerk opens the conversation of an appointment by telephone: from then on it is a conversation like any other, with notes, requests and an
 * ending; only picture and sound go another way. Of several clerks one gets it.
 */
export async function openPhone(
  clock: Clock,
  actor: StaffActor,
  appointmentId: AppointmentId,
): Promise<OpenedPhone> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  return withOrganisation<OpenedPhone>(actor.organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    if (!(await isToBeCalled(scope, appointmentId, workplace.teamId))) return fail({ code: 'notFound' });
    const conversationId = await begin(scope, { actor, workplace, appointmentId, now: clock.now() });
    return succeed({ conversationId });
  }).catch((error: unknown): OpenedPhone => {
    // The database refuses a second conversation of the same clerk.
    if (isUniqueViolation(error)) return fail({ code: 'alreadyInConversation' });
    throw error;
  });
}

type Beginning = {
  readonly actor: StaffActor;
  readonly workplace: Workplace;
  readonly appointmentId: AppointmentId;
  readonly now: number;
};

async function begin(
  scope: OrganisationScope,
  { actor, workplace, appointmentId, now }: Beginning,
): Promise<ConversationId> {
  const at = new Date(now);
  const clerkId = actor.staffMemberId;
  const roomName = randomUUID() as RoomName;
  const conversationId = await beginByPhone(scope, appointmentId, { workplace, clerkId, roomName, at });
  await admitClerkParticipant(scope, conversationId, clerkId, at);
  // Whoever calls somebody works again.
  await endUnavailability(scope, { staffMemberId: clerkId }, at);
  await recordEvent(scope, {
    streams: [`team:${workplace.teamId}`, `appointment:${appointmentId}`, `conversation:${conversationId}`],
    type: 'conversation.admitted',
    actor: eventActorOf(actor),
    payload: { conversationId, clerkId },
    at: now,
  });
  return conversationId;
}

/** Nobody picked up: the appointment is as it was, and can be called again. Said again, it changes nothing. */
export async function closePhone(
  clock: Clock,
  actor: StaffActor,
  appointmentId: AppointmentId,
): Promise<Result<null, PhoneFailure>> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    if (!(await undoByPhone(scope, appointmentId, actor.staffMemberId))) return fail({ code: 'notFound' });
    await recordEvent(scope, {
      streams: [`team:${workplace.teamId}`, `appointment:${appointmentId}`],
      type: 'conversation.notPickedUp',
      actor: eventActorOf(actor),
      payload: { appointmentId },
      at: clock.now(),
    });
    return succeed(null);
  });
}
