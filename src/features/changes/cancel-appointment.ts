import { readCompanionRecipients } from '#db/companion-recipients.ts';
import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { expireRequests } from '#db/requests.ts';
import { eventActorOf } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { planCancellationMessages, planCompanionNews } from '#journey/message-plan.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { ChangeTools } from './change-tools.ts';
import { emptyWaitingRoom, findChangeable, writeCancellation } from './changeable.data.ts';
import { deleteWish, settleOpenOffer } from './earlier-times.data.ts';
import { insertFreedTime } from './freed-times.data.ts';
import { type ChangeActor, hasSayIn, mayChangeAt } from './may-change.ts';

export type CancellationFailure = {
  /** Unknown, or not the actor's to cancel; in conversation, over, or missed. */
  readonly code: 'notYours' | 'tooLate';
};

/**
 * Cancels an appointment, for the citizen whose it is or for staff: its time is free for others at once, who waits for an earlier one
 * first, and every way that was given is told, as are third persons who were sent a link. Said again, it changes nothing.
 */
export async function cancelAppointment(
  { clock, jobQueue }: Pick<ChangeTools, 'clock' | 'jobQueue'>,
  actor: ChangeActor,
  id: AppointmentId,
): Promise<Result<'cancelled', CancellationFailure>> {
  if (!hasSayIn(actor, id)) return fail({ code: 'notYours' });
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, id);
    const appointment = await findChangeable(scope, id);
    if (appointment === null) return fail({ code: 'notYours' });
    const now = epochMilliseconds(clock.now());
    const may = mayChangeAt(appointment, actor, now);
    if (may === 'cancelled') return succeed('cancelled');
    if (may === 'tooLate') return fail({ code: 'tooLate' });
    await writeCancellation(scope, id, { at: now, by: actor.kind === 'staff' ? 'staff' : 'citizen' });
    await emptyWaitingRoom(scope, id, now);
    await settleOpenOffer(scope, id, 'declined', now);
    await deleteWish(scope, id);
    await insertFreedTime(scope, appointment, now);
    const messages = [
      ...planCancellationMessages(appointment, now),
      ...planCompanionNews(await readCompanionRecipients(scope, id), appointment, null, now),
    ];
    await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
    await expireRequests(scope, id, { actor: eventActorOf(actor), at: now });
    await recordEvent(scope, {
      streams: [`appointment:${id}`, `team:${appointment.teamId}`],
      type: 'appointment.cancelled',
      actor: eventActorOf(actor),
      payload: { appointmentId: id },
      at: now,
    });
    return succeed('cancelled');
  });
}
