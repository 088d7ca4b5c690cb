import { type NewEvent, recordEvents } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, CompanionLinkId, MessageId, RequestId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import { type EpochMilliseconds, toEpoch } from '#journey/time.ts';
import type { FailureCode } from '#ports/failure-codes.ts';
import { applyReports, holdMessage } from './delivery-reports.data.ts';
import type { DiscardReason } from './delivery-rules.ts';
import { isSettled, statesBefore } from './message-states.ts';

/** A message that this process alone is sending. */
export type ClaimedMessage = {
  readonly id: MessageId;
  readonly appointmentId: AppointmentId;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly plannedAt: EpochMilliseconds;
  /** Of a reminder or word of a delay: the start that it speaks of. */
  readonly aboutStartAt: EpochMilliseconds | null;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  /** The link that it takes to a third person; null for what goes to the citizen. */
  readonly companionLinkId: CompanionLinkId | null;
  /** The request to which it leads, and the number that was typed for it: E.164, null for the appointment's own. */
  readonly requestId: RequestId | null;
  readonly goesTo: string | null;
};

/** Which messages to take: so many of those that wait longest, or these and no others. */
export type WhichMessages = {
  readonly channel: MessageChannel;
  readonly limit: number;
  readonly ids?: readonly MessageId[];
};

type ClaimedRow = Omit<ClaimedMessage, 'plannedAt' | 'aboutStartAt'> & {
  readonly plannedAt: Date;
  readonly aboutStartAt: Date | null;
};

/**
 * Takes messages that are due: of several processes that try, one gets each. In `sending` a message is due again when the lease of
 * who took it has ended.
 * @param dueBy a message is due when its moment is not later
 * @param leaseUntil until when nobody else takes it
 */
export async function claimMessages(
  { db, organisationId }: OrganisationScope,
  { channel, limit, ids }: WhichMessages,
  dueBy: EpochMilliseconds,
  leaseUntil: EpochMilliseconds,
): Promise<readonly ClaimedMessage[]> {
  const rows = await db.$queryRaw<ClaimedRow[]>`
    update "Message" m set state = 'sending', attempts = m.attempts + 1, "nextAttemptAt" = ${new Date(leaseUntil)}
    from (
      select id from "Message"
      where "organisationId" = ${organisationId}::uuid and channel = ${channel}::"MessageChannel"
        and state in ('planned', 'failedTemporarily', 'sending') and "nextAttemptAt" <= ${new Date(dueBy)}
        and (${ids === undefined} or id = any(${ids ?? []}::uuid[]))
      order by "nextAttemptAt" limit ${limit} for update skip locked) as due
    where m."organisationId" = ${organisationId}::uuid and m.id = due.id
    returning m.id, m."appointmentId", m.kind, m.channel, m."plannedAt", m."aboutStartAt", m.attempts,
      m."companionLinkId", m."requestId", m."goesTo"`;
  return rows.map((row) => ({
    ...row,
    plannedAt: toEpoch(row.plannedAt),
    aboutStartAt: row.aboutStartAt && toEpoch(row.aboutStartAt),
  }));
}

/** The channels on which something is due. */
export async function findDueChannels(
  { db, organisationId }: OrganisationScope,
  now: EpochMilliseconds,
): Promise<readonly MessageChannel[]> {
  const at = new Date(now);
  // Each by name, so that the index of what is due on it serves (docs/messages.md).
  const rows = await db.$queryRaw<{ channel: MessageChannel }[]>`
    select 'email' as channel where exists (
      select from "Message" where "organisationId" = ${organisationId}::uuid and channel = 'email'
        and state in ('planned', 'failedTemporarily', 'sending') and "nextAttemptAt" <= ${at})
    union all select 'sms' where exists (
      select from "Message" where "organisationId" = ${organisationId}::uuid and channel = 'sms'
        and state in ('planned', 'failedTemporarily', 'sending') and "nextAttemptAt" <= ${at})`;
  return rows.map(({ channel }) => channel);
}

/** What became of an attempt. */
export type MessageChange =
  | { readonly state: 'accepted'; readonly providerReference: string }
  | {
      readonly state: 'failedTemporarily';
      readonly failureCode: FailureCode;
      readonly nextAttemptAt: EpochMilliseconds;
    }
  | { readonly state: 'failedForGood'; readonly failureCode: FailureCode }
  | { readonly state: 'discarded'; readonly discardReason: DiscardReason };

/** An attempt, and what became of it. */
export type Settled = {
  readonly message: ClaimedMessage;
  readonly teamId: TeamId;
  readonly change: MessageChange;
  /** Where it went and in which language; null when it was not even tried. */
  readonly sent: { readonly to: string; readonly language: Language } | null;
};

/**
 * Writes what became of attempts, and tells followers of the appointments and their teams. States never go backwards. An answer
 * that comes when another process has taken over still counts when it is yes; a no of an attempt that is over does not.
 */
export async function writeChanges(
  scope: OrganisationScope,
  settled: readonly Settled[],
  now: EpochMilliseconds,
): Promise<void> {
  const changed = await updateMessages(scope, settled, now);
  for (const { message } of settled) {
    // How far their link came stands on the citizen's page.
    if (message.companionLinkId !== null && changed.has(message.id))
      await renewPage(scope, message.appointmentId);
  }
  await recordEvents(
    scope,
    settled.filter(({ message }) => changed.has(message.id)).map((each) => eventOf(each, now)),
  );
  await applyEarlyReports(scope, settled, now);
}

async function updateMessages(
  { db, organisationId }: OrganisationScope,
  settled: readonly Settled[],
  now: EpochMilliseconds,
): Promise<ReadonlySet<string>> {
  const rows = settled.map(({ message, change, sent }) => ({
    id: message.id,
    attempts: message.attempts,
    late: change.state === 'accepted',
    before: statesBefore(change.state),
    providerReference: null,
    failureCode: null,
    discardReason: null,
    ...change,
    nextAttemptAt: 'nextAttemptAt' in change ? new Date(change.nextAttemptAt) : null,
    settledAt: isSettled(change.state) ? new Date(now) : null,
    sentTo: sent?.to ?? null,
    language: sent?.language ?? null,
  }));
  const changed = await db.$queryRaw<{ id: string }[]>`
    update "Message" m set
      state = r.state::"MessageState",
      "failureCode" = r."failureCode",
      "discardReason" = r."discardReason"::"DiscardReason",
      "nextAttemptAt" = coalesce(r."nextAttemptAt", m."nextAttemptAt"),
      "providerReference" = coalesce(r."providerReference", m."providerReference"),
      "settledAt" = r."settledAt",
      "sentTo" = coalesce(r."sentTo", m."sentTo"),
      language = coalesce(r.language::"Language", m.language)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      id uuid, attempts int, late boolean, before jsonb, state text, "failureCode" text, "discardReason" text,
      "nextAttemptAt" timestamptz, "providerReference" text, "settledAt" timestamptz, "sentTo" text, language text)
    where m."organisationId" = ${organisationId}::uuid and m.id = r.id
      and r.before ? m.state::text and (r.late or m.attempts = r.attempts)
    returning m.id`;
  return new Set(changed.map(({ id }) => id));
}

function eventOf({ message, teamId, change }: Settled, now: EpochMilliseconds): NewEvent {
  const { id, appointmentId, kind, channel } = message;
  return {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: `message.${change.state}`,
    actor: systemActor,
    payload: {
      appointmentId,
      messageId: id,
      kind,
      channel,
      ...('failureCode' in change ? { failureCode: change.failureCode } : {}),
      ...('nextAttemptAt' in change ? { nextAttemptAt: change.nextAttemptAt } : {}),
      ...('discardReason' in change ? { discardReason: change.discardReason } : {}),
    },
    at: now,
  };
}

/** What was told before this side knew that the message was taken. It is rare, so one by one; in the order of ids, as locks are taken. */
async function applyEarlyReports(
  scope: OrganisationScope,
  settled: readonly Settled[],
  now: EpochMilliseconds,
): Promise<void> {
  const accepted = settled.flatMap(({ message, change }) =>
    change.state === 'accepted' ? [message.id] : [],
  );
  if (accepted.length === 0) return;
  const rows = await scope.db.deliveryReport.findMany({
    where: { messageId: { in: accepted } },
    distinct: ['messageId'],
    orderBy: { messageId: 'asc' },
    select: { messageId: true },
  });
  for (const row of rows) {
    const id = row.messageId as MessageId;
    const message = await holdMessage(scope, id);
    if (message !== null) await applyReports(scope, id, message, now);
  }
}
