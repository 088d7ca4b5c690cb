import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { planCancellationMessages } from '#journey/message-plan.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { linkStageAt, mayCancelAt } from '#journey/stages.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import {
  type CancellableAppointment,
  findCancellable,
  holdForCancelling,
  writeCancellation,
} from './cancellation.data.ts';

export type CancellationFailure = {
  /** Not the citizen's own to cancel; in conversation, over, or missed. */
  readonly code: 'notYours' | 'tooLate';
};

/** An appointment as the page asks about it: still to be cancelled, cancelled already, or too late. */
export type CancellationPage = {
  readonly appointment: CancellableAppointment;
  readonly may: 'cancel' | 'nothing' | 'tooLate';
};

type Tools = { readonly clock: Clock; readonly jobQueue: JobQueue };

/** What can be cancelled in this browser, for the page that asks; null for who is not the citizen. */
export async function lookAtCancellation(
  { clock }: Pick<Tools, 'clock'>,
  actor: VisitActor,
): Promise<CancellationPage | null> {
  if (actor.role !== 'citizen') return null;
  const appointment = await withOrganisation(actor.organisationId, (scope) =>
    findCancellable(scope, actor.appointmentId),
  );
  return appointment && { appointment, may: mayCancel(appointment, clock.now()) };
}

/**
 * Cancels the citizen's appointment: its time is free for others at once, and every way that was given is told. Said again, it
 * changes nothing.
 */
export async function cancelAppointment(
  { clock, jobQueue }: Tools,
  actor: VisitActor,
): Promise<Result<'cancelled', CancellationFailure>> {
  if (actor.role !== 'citizen') return fail({ code: 'notYours' });
  return withOrganisation(actor.organisationId, async (scope) => {
    const id = actor.appointmentId;
    await holdForCancelling(scope, id);
    const appointment = await findCancellable(scope, id);
    if (appointment === null) return fail({ code: 'notYours' });
    const now = epochMilliseconds(clock.now());
    const may = mayCancel(appointment, now);
    if (may === 'nothing') return succeed('cancelled');
    if (may === 'tooLate') return fail({ code: 'tooLate' });
    await writeCancellation(scope, id, now);
    const messages = planCancellationMessages(appointment, now);
    await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
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

function mayCancel(appointment: CancellableAppointment, now: number): CancellationPage['may'] {
  const stage = linkStageAt(appointment, appointment.conversationState, now);
  if (stage === 'cancelled') return 'nothing';
  return mayCancelAt(stage) ? 'cancel' : 'tooLate';
}
