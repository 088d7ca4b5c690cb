import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId, MessageId, TeamId } from '#journey/ids.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { type DiscardReason, reasonToDiscard } from './delivery-rules.ts';
import {
  type FailingMessage,
  findFailingMessages,
  findFailingOf,
  holdFailingMessage,
  hurryMessage,
  insertAgain,
} from './failing.data.ts';
import { findToldAppointments } from './messages.data.ts';
import type { ToldAppointment } from './told.ts';

type Tools = { readonly clock: Clock /** The organisation's zone. */; readonly timeZone: string };

/** Why a message is not sent again: it would be discarded, or there is nowhere to send it. */
export type NotAgain = DiscardReason | 'noAddress' | 'noNumber';

export type ListedMessage = FailingMessage & {
  /** Null when it can be sent again. */
  readonly notAgain: NotAgain | null;
};

/** How long what failed stays on the list. */
const listedMinutes = 14 * 24 * 60;
const pageSize = 50;

export type FailingList = {
  readonly messages: readonly ListedMessage[];
  /** With which message the next page begins after; null when this is the last page. */
  readonly next: MessageId | null;
};

/** The messages that did not arrive in the last two weeks, for a supervisor; null for everybody else. */
export async function listFailingMessages(
  { clock, timeZone }: Tools,
  actor: StaffActor,
  after: MessageId | null,
): Promise<FailingList | null> {
  if (!mayDo(actor, 'seeInsights')) return null;
  const now = epochMilliseconds(clock.now());
  return withOrganisation(actor.organisationId, async (scope) => {
    const since = addMinutes(now, -listedMinutes);
    const found = await findFailingMessages(scope, { since, after, limit: pageSize });
    const page = found.slice(0, pageSize);
    const told = await findToldAppointments(
      scope,
      page.map(({ appointment }) => appointment.id),
    );
    return {
      messages: page.map((message) => {
        const appointment = told.get(message.appointment.id);
        const notAgain =
          appointment === undefined ? 'tooLate' : whyNotAgain(message, appointment, timeZone, now);
        return { ...message, notAgain };
      }),
      next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** Supervisors for every team, clerks for their own. */
function maySendAgain(actor: StaffActor, teamId: TeamId): boolean {
  return mayDo(actor, 'seeInsights') || mayWorkForTeam(actor, teamId);
}

/** Of the messages of one appointment that did not arrive: whether each can be sent again, or why not. Empty for who may not. */
export async function listAgainOf(
  { clock, timeZone }: Tools,
  actor: StaffActor,
  appointmentId: AppointmentId,
): Promise<ReadonlyMap<string, NotAgain | null>> {
  const now = epochMilliseconds(clock.now());
  return withOrganisation(actor.organisationId, async (scope) => {
    const told = (await findToldAppointments(scope, [appointmentId])).get(appointmentId);
    const failing = told === undefined ? [] : await findFailingOf(scope, appointmentId);
    const own = failing.filter(({ appointment }) => maySendAgain(actor, appointment.teamId));
    return new Map(
      own.map((message) => [message.id, told ? whyNotAgain(message, told, timeZone, now) : 'tooLate']),
    );
  });
}

function whyNotAgain(
  message: FailingMessage,
  appointment: ToldAppointment,
  timeZone: string,
  now: EpochMilliseconds,
): NotAgain | null {
  if (message.channel === 'email' && appointment.email === null) return 'noAddress';
  if (message.channel === 'sms' && !(appointment.phone !== null && canReceiveTexts(appointment.phone)))
    return 'noNumber';
  return reasonToDiscard(message, appointment, timeZone, now);
}

export type SendAgainOutcome =
  | { readonly kind: 'forbidden' }
  /** It arrived after all, was sent again already, or never was. */
  | { readonly kind: 'notFailing' }
  | { readonly kind: 'senseless'; readonly reason: NotAgain }
  | { readonly kind: 'done'; readonly messageId: MessageId };

/**
 * Sends a message once more because a supervisor or a clerk of its team wishes so: to the address as it is now. One that waits for its next try is tried at
 * once; one that failed for good stays what it is, and another one like it goes out. Wishing it twice sends it once.
 */
export async function sendAgain(
  { clock, timeZone, jobQueue }: Tools & { readonly jobQueue: JobQueue },
  actor: StaffActor,
  id: MessageId,
): Promise<SendAgainOutcome> {
  if (!mayDo(actor, 'seeInsights') && !mayDo(actor, 'workAtSeat')) return { kind: 'forbidden' };
  const now = epochMilliseconds(clock.now());
  return withOrganisation(actor.organisationId, async (scope): Promise<SendAgainOutcome> => {
    const message = await holdFailingMessage(scope, id);
    if (message === null) return { kind: 'notFailing' };
    if (!maySendAgain(actor, message.appointment.teamId)) return { kind: 'forbidden' };
    const appointment = (await findToldAppointments(scope, [message.appointment.id])).get(
      message.appointment.id,
    );
    if (appointment === undefined) return { kind: 'notFailing' };
    const reason = whyNotAgain(message, appointment, timeZone, now);
    if (reason !== null) return { kind: 'senseless', reason };
    const messageId = await putInHand(scope, message, now);
    await jobQueue.enqueueDelivery(scope, [messageId]);
    await recordEvent(scope, {
      streams: [`appointment:${message.appointment.id}`, `team:${message.appointment.teamId}`],
      type: 'message.sentAgain',
      actor: eventActorOf(actor),
      payload: {
        appointmentId: message.appointment.id,
        messageId,
        againOfId: id,
        kind: message.kind,
        channel: message.channel,
      },
      at: now,
    });
    return { kind: 'done', messageId };
  });
}

/** @returns which message is due now */
async function putInHand(
  scope: OrganisationScope,
  message: FailingMessage,
  now: EpochMilliseconds,
): Promise<MessageId> {
  if (message.state === 'failedForGood') return insertAgain(scope, message, now);
  await hurryMessage(scope, message.id, now);
  return message.id;
}
