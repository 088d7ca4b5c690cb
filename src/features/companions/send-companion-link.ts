import { recordEvent } from '#db/event-log.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { readTextStops } from '#db/text-stops.ts';
import { eventActorOf } from '#journey/actor.ts';
import type { AppointmentId, CompanionLinkId } from '#journey/ids.ts';
import { planCompanionMessage } from '#journey/message-plan.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { asInviter, type Inviter } from './as-inviter.ts';
import type { SendLinkProblem } from './companion-link.ts';
import { readLinks } from './companion-links.data.ts';
import { readRecipient, type TypedRecipient } from './read-recipient.ts';
import { dropUnsent, saveRecipient } from './send-companion-link.data.ts';
import { maySendLink } from './send-limits.ts';

export type SendTools = {
  readonly clock: Clock;
  readonly jobQueue: JobQueue;
  readonly attemptLimiter: AttemptLimiter;
};

type SendFailure = { readonly code: SendLinkProblem };

/**
 * Sends a third person their link, by mail or text message, in the language of the choice. Sent again, what did not go yet to where it
 * was to go before is dropped.
 */
export async function sendCompanionLink(
  { clock, jobQueue, attemptLimiter }: SendTools,
  actor: Inviter,
  which: { readonly appointmentId: AppointmentId; readonly id: CompanionLinkId },
  typed: TypedRecipient,
): Promise<Result<null, SendFailure>> {
  const { appointmentId, id } = which;
  const read = readRecipient(typed);
  if (!read.ok) return read;
  const to = read.value;
  return asInviter<null, SendFailure>(clock, actor, appointmentId, async (scope, { teamId }) => {
    if (!(await readLinks(scope, appointmentId)).some((link) => link.id === id))
      return fail({ code: 'notFound' });
    if (to.phone !== null && (await readTextStops(scope, [to.phone])).has(to.phone))
      return fail({ code: 'stopped' });
    if (!(await maySendLink(attemptLimiter, appointmentId, to))) return fail({ code: 'sentTooOften' });
    const now = epochMilliseconds(clock.now());
    const channel = to.email === null ? 'sms' : 'email';
    await saveRecipient(scope, id, to);
    await dropUnsent(scope, id);
    const plan = [planCompanionMessage(id, channel, now)];
    await jobQueue.enqueueDelivery(scope, await insertMessages(scope, appointmentId, plan, now));
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: 'companion.linkSent',
      actor: eventActorOf(actor),
      payload: { appointmentId, companionLinkId: id, channel },
      at: now,
    });
    return succeed(null);
  });
}
