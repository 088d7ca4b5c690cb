import { setTimeout as wait } from 'node:timers/promises';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { SendOutcome } from '#ports/mailer.ts';
import { logUnexpected } from '#shared/log.ts';
import { deriveCompanionToken, deriveLinkToken } from '#shared/secrets.ts';
import {
  type ClaimedMessage,
  claimMessages,
  type MessageChange,
  type Settled,
  type WhichMessages,
  writeChanges,
} from './delivery.data.ts';
import { isForWaiting, nextAttemptAt, reasonToDiscard, sendingLeaseMinutes } from './delivery-rules.ts';
import { findToldAppointments } from './messages.data.ts';
import { findOwnTexts } from './own-texts.data.ts';
import type { OwnTexts } from './own-texts.ts';
import { type Senders, sendMessage } from './send-message.ts';
import type { Sender, ToldAppointment } from './told.ts';
import { findToldCompanions, type ToldCompanions, toldToCompanion } from './told-companions.data.ts';
import { findToldRequests, type ToldRequests, toldOfRequest } from './told-requests.data.ts';

export type DeliveryTools = Senders & { readonly clock: Clock };

/** The municipality that sends, and where browsers reach it. */
export type DeliveryFrom = { readonly sender: Sender; readonly origin: string };

/** A message in hand, with what it is written from. */
export type Taken = {
  readonly message: ClaimedMessage;
  readonly appointment: ToldAppointment;
  readonly texts: OwnTexts;
};

/** Kinds that tell of the start that was agreed before. */
const tellsOfFormer: ReadonlySet<MessageKind> = new Set(['moved', 'companionMoved', 'companionOff']);

/** Two machines' clocks may differ by this much: a message put in at its very moment is not sent back to wait. */
const clockToleranceMilliseconds = 2_000;

/**
 * Takes messages that are due, for this process alone and for a minute, and asks of each again whether it is still wanted: what is
 * not is discarded at once.
 * @returns what is to be sent now, and how many were taken in all
 */
export async function takeMessages(
  { clock }: { readonly clock: Clock },
  sender: Sender,
  which: WhichMessages,
): Promise<{ readonly taken: readonly Taken[]; readonly claimed: number }> {
  const now = epochMilliseconds(clock.now());
  const dueBy = epochMilliseconds(now + clockToleranceMilliseconds);
  return withOrganisation(sender.id, async (scope) => {
    const claimed = await claimMessages(scope, which, dueBy, addMinutes(now, sendingLeaseMinutes));
    if (claimed.length === 0) return { taken: [], claimed: 0 };
    const appointments = await findToldAppointments(
      scope,
      claimed.map(({ appointmentId }) => appointmentId),
    );
    const companions = await findToldCompanions(
      scope,
      claimed.flatMap(({ companionLinkId }) => companionLinkId ?? []),
    );
    const requests = await findToldRequests(scope, claimed);
    const texts = await findOwnTexts(scope);
    const all = claimed.flatMap((message): Taken[] => {
      const appointment = appointments.get(message.appointmentId);
      return appointment === undefined
        ? []
        : [{ message, appointment: addressed(message, appointment, { companions, requests }), texts }];
    });
    const unwanted = all.flatMap((each) => discardOf(each, sender, now) ?? []);
    await writeChanges(scope, unwanted, now);
    const discarded = new Set(unwanted.map(({ message }) => message.id));
    return { taken: all.filter(({ message }) => !discarded.has(message.id)), claimed: claimed.length };
  });
}

type Others = { readonly companions: ToldCompanions; readonly requests: ToldRequests };

/**
 * What is for who left the waiting room goes to the number that was given there, a third person's link to that person, and what leads to a
 * request to the number that a clerk typed for it.
 */
function addressed(
  { id, kind, companionLinkId }: ClaimedMessage,
  appointment: ToldAppointment,
  { companions, requests }: Others,
): ToldAppointment {
  if (kind === 'requestLink') return toldOfRequest(appointment, requests.get(id));
  if (companionLinkId !== null) return toldToCompanion(appointment, companions, companionLinkId);
  const { turnText } = appointment;
  if (!isForWaiting(kind) || turnText === null) return appointment;
  return { ...appointment, phone: turnText.phone, textsStopped: turnText.isStopped };
}

function discardOf({ message, appointment }: Taken, sender: Sender, now: EpochMilliseconds): Settled | null {
  const discardReason = reasonToDiscard(message, appointment, sender.timeZone, now);
  if (discardReason === null) return null;
  return { message, teamId: appointment.teamId, change: { state: 'discarded', discardReason }, sent: null };
}

/**
 * Writes a message from the appointment as it is now and hands it to the next server. Whoever waited in line for a slow one is asked
 * once more whether it is still wanted.
 */
export async function sendTaken(
  tools: DeliveryTools,
  { sender, origin }: DeliveryFrom,
  taken: Taken,
): Promise<Settled> {
  const now = () => epochMilliseconds(tools.clock.now());
  const unwanted = discardOf(taken, sender, now());
  if (unwanted !== null) return unwanted;
  const { message, appointment, texts } = taken;
  const formerStartAt = tellsOfFormer.has(message.kind) ? message.aboutStartAt : null;
  const link = `${origin}${linkPath(appointment, tools.linkSecret)}`;
  const outcome = await attempt(() =>
    sendMessage(tools, message, { sender, appointment, origin, link, texts, formerStartAt }, now()),
  );
  const to = message.channel === 'email' ? appointment.email : appointment.phone;
  return {
    message,
    teamId: appointment.teamId,
    change: changeAfter(outcome, message, appointment, now()),
    sent: to === null ? null : { to, language: appointment.language },
  };
}

function linkPath({ id, companion, request }: ToldAppointment, linkSecret: string): string {
  if (companion !== null) return `/join/${deriveCompanionToken(linkSecret, companion.linkId)}`;
  if (request?.isByCode) return '/code';
  return `/l/${deriveLinkToken(linkSecret, id)}${request === null ? '' : `?request=${request.id}`}`;
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

/** Milliseconds; together less than the time for which a message is held. */
const insistAfter = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000] as const;

/**
 * Remembers what became of attempts, in one turn. Does not lose answers to a database that is away for a moment: what is
 * forgotten would be sent again.
 */
export async function rememberSettled(
  { clock }: { readonly clock: Clock },
  organisationId: OrganisationId,
  settled: readonly Settled[],
): Promise<void> {
  const write = () =>
    withOrganisation(organisationId, (scope) => writeChanges(scope, settled, epochMilliseconds(clock.now())));
  for (const milliseconds of insistAfter) {
    try {
      return await write();
    } catch {
      await wait(milliseconds);
    }
  }
  return write();
}
