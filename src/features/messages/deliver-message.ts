import { setTimeout as wait } from 'node:timers/promises';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { MessageId } from '#journey/ids.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { SendOutcome } from '#ports/mailer.ts';
import { logUnexpected } from '#shared/log.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { nextAttemptAt, reasonToDiscard, sendingLeaseMinutes } from './delivery-rules.ts';
import {
  type ClaimedMessage,
  changeMessage,
  claimMessage,
  findToldAppointment,
  type MessageChange,
} from './messages.data.ts';
import { findOwnTexts } from './own-texts.data.ts';
import type { OwnTexts } from './own-texts.ts';
import { type Senders, sendMessage } from './send-message.ts';
import type { Sender, ToldAppointment } from './told.ts';

export type DeliveryTools = Senders & { readonly clock: Clock };

/** The municipality that sends, and where browsers reach it. */
export type DeliveryFrom = { readonly sender: Sender; readonly origin: string };

/** Two machines' clocks may differ by this much: a message put in at its very moment is not sent back to wait. */
const clockToleranceMilliseconds = 2_000;

/**
 * Delivers one message when it is due: claims it, asks again whether it is still wanted, writes it from the appointment as it
 * is now, hands it to the next server and remembers the answer. Doing it twice, or in two processes, sends it once; only what
 * is in flight when a process dies is sent again, a minute later.
 * @returns what became of it; `notDue` when it was settled, is not due yet or is in other hands
 */
export async function deliverMessage(
  tools: DeliveryTools,
  { sender, origin }: DeliveryFrom,
  messageId: MessageId,
): Promise<MessageChange['state'] | 'notDue'> {
  const now = () => epochMilliseconds(tools.clock.now());
  const taken = await takeForSending(sender, messageId, now());
  if (taken === null) return 'notDue';
  if (taken === 'discarded') return 'discarded';
  const { message, appointment, texts } = taken;
  const link = `${origin}/l/${deriveLinkToken(tools.linkSecret, appointment.id)}`;
  const outcome = await attempt(() =>
    sendMessage(tools, message, { sender, appointment, origin, link, texts }, now()),
  );
  const change = changeAfter(outcome, message, appointment, now());
  await insist(() =>
    withOrganisation(sender.id, (scope) => changeMessage(scope, message, change, appointment.teamId, now())),
  );
  return change.state;
}

/** Milliseconds; together less than the time for which the message is held. */
const insistAfter = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000] as const;

/** Does not lose an answer to a database that is away for a moment: what is forgotten would be sent again. */
async function insist(write: () => Promise<void>): Promise<void> {
  for (const milliseconds of insistAfter) {
    try {
      return await write();
    } catch {
      await wait(milliseconds);
    }
  }
  return write();
}

type Taken = {
  readonly message: ClaimedMessage;
  readonly appointment: ToldAppointment;
  readonly texts: OwnTexts;
};

async function takeForSending(
  sender: Sender,
  messageId: MessageId,
  now: EpochMilliseconds,
): Promise<Taken | 'discarded' | null> {
  const dueBy = epochMilliseconds(now + clockToleranceMilliseconds);
  return withOrganisation(sender.id, async (scope) => {
    const message = await claimMessage(scope, messageId, dueBy, addMinutes(now, sendingLeaseMinutes));
    const appointment = message && (await findToldAppointment(scope, message.appointmentId));
    if (message === null || appointment === null) return null;
    const discardReason = reasonToDiscard(message, appointment, sender.timeZone, now);
    if (discardReason === null) return { message, appointment, texts: await findOwnTexts(scope) };
    await changeMessage(scope, message, { state: 'discarded', discardReason }, appointment.teamId, now);
    return 'discarded';
  });
}

/** A fault of our own is a failure that may pass: a repaired version finds the message waiting. */
async function attempt(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (error) {
    logUnexpected(error, 'sending a message');
    return { kind: 'failedTemporarily', code: 'unexpected' };
  }
}

function changeAfter(
  outcome: SendOutcome,
  message: ClaimedMessage,
  appointment: ToldAppointment,
  now: EpochMilliseconds,
): MessageChange {
  if (outcome.kind === 'accepted') {
    return { state: 'accepted', providerReference: outcome.providerReference };
  }
  const next =
    outcome.kind === 'failedForGood' ? null : nextAttemptAt(message, appointment, message.attempts, now);
  if (next === null) return { state: 'failedForGood', failureCode: outcome.code };
  return { state: 'failedTemporarily', failureCode: outcome.code, nextAttemptAt: next };
}
