import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expireRequests } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { beginPhone } from './begin-phone.ts';
import { giveUpCaller } from './caller.data.ts';
import { isToBeCalled, undoByPhone } from './phone.data.ts';
import { workplaceOf } from './workplace.ts';

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
    const conversationId = await beginPhone(scope, { actor, workplace, appointmentId, now: clock.now() });
    return succeed({ conversationId });
  }).catch((error: unknown): OpenedPhone => {
    // The database refuses a second conversation of the same clerk.
    if (isUniqueViolation(error)) return fail({ code: 'alreadyInConversation' });
    throw error;
  });
}

/**
 * Nobody picked up: the appointment is as it was, and can be called again. Of who had none, nothing was agreed to which one could come back:
 * their entry is given up. Said again, it changes nothing.
 */
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
    const by = { actor: eventActorOf(actor), at: clock.now() };
    if (await giveUpCaller(scope, appointmentId, new Date(by.at)))
      await expireRequests(scope, appointmentId, by);
    await recordEvent(scope, {
      streams: [`team:${workplace.teamId}`, `appointment:${appointmentId}`],
      type: 'conversation.notPickedUp',
      payload: { appointmentId },
      ...by,
    });
    return succeed(null);
  });
}
