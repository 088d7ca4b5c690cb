import type { OrganisationScope } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { holdRequest, tellOfRequest } from '#db/requests.ts';
import { readTextStops } from '#db/text-stops.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId, MessageId, RequestId } from '#journey/ids.ts';
import { planRequestLink } from '#journey/message-plan.ts';
import { isOpen } from '#journey/requests.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import { asClerk } from './as-clerk.ts';
import { isSentAlready } from './request-link.data.ts';

export type SendLinkTools = {
  readonly clock: Clock;
  readonly jobQueue: JobQueue;
  readonly attemptLimiter: AttemptLimiter;
};

export type SendLinkFailure = {
  readonly code: /** Unknown, of another team, or asked of a third person, who has a link of their own: the same answer. */
    | 'notFound'
    | 'settled'
    | 'toMissing'
    | 'toWrong'
    /** A landline: a text message is lost there in silence. */
    | 'notMobile'
    /** The number wants no text messages. */
    | 'stopped'
    | 'sentTooOften';
};

export type SendLinkPress = {
  /** Drawn for each press: said twice, one message goes. */
  readonly press: MessageId;
  /** A mobile number as it was typed. */
  readonly to: string;
};

/** A number that was typed wrong, the right one, and once more for each thing that is asked. */
const perAppointment = { name: 'request-link', attempts: 12, perSeconds: 86_400 };
/** Nobody needs so many in a day: a stranger's telephone is not filled through us. */
const perNumber = { name: 'request-link-number', attempts: 12, perSeconds: 86_400 };

/**
 * A clerk sends the link to something that they ask by text message, to the appointment's number or to one that is typed for it. Such a number
 * is kept with the message alone: nothing else ever goes there.
 */
export function sendRequestLink(
  tools: SendLinkTools,
  actor: StaffActor,
  which: { readonly appointmentId: AppointmentId; readonly id: RequestId },
  { press, to }: SendLinkPress,
): Promise<Result<null, SendLinkFailure>> {
  const { appointmentId, id } = which;
  return asClerk<null, SendLinkFailure>(actor, appointmentId, async (scope, { phone }) => {
    const request = await holdRequest(scope, id);
    if (request?.appointmentId !== appointmentId || request.companionVisitId !== null)
      return fail({ code: 'notFound' });
    if (await isSentAlready(scope, press)) return succeed(null);
    if (!isOpen(request.state)) return fail({ code: 'settled' });
    const number = readPhoneNumber(to);
    const refusal = await refuseNumber(tools, scope, { to, number, appointmentId });
    if (refusal !== null || number === null) return fail({ code: refusal ?? 'toWrong' });
    const now = epochMilliseconds(tools.clock.now());
    const goesTo = number === phone ? null : number;
    const plan = [planRequestLink({ requestId: id, press, goesTo }, now)];
    await tools.jobQueue.enqueueDelivery(scope, await insertMessages(scope, appointmentId, plan, now));
    await tellOfRequest(scope, request, { type: 'request.linkSent', actor: eventActorOf(actor), at: now });
    return succeed(null);
  });
}

type Typed = {
  readonly to: string;
  readonly number: string | null;
  readonly appointmentId: AppointmentId;
};

/** Why nothing goes to what was typed; null when it may. */
async function refuseNumber(
  { attemptLimiter }: SendLinkTools,
  scope: OrganisationScope,
  { to, number, appointmentId }: Typed,
): Promise<SendLinkFailure['code'] | null> {
  if (to.trim() === '') return 'toMissing';
  if (number === null) return 'toWrong';
  if (!canReceiveTexts(number)) return 'notMobile';
  if ((await readTextStops(scope, [number])).has(number)) return 'stopped';
  const isAllowed =
    (await attemptLimiter.allow(perAppointment, appointmentId)) &&
    (await attemptLimiter.allow(perNumber, `${scope.organisationId}:${number}`));
  return isAllowed ? null : 'sentTooOften';
}
