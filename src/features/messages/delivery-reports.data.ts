import { recordEvent } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, MessageId, TeamId } from '#journey/ids.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import type { MessageState } from '#journey/message-state.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { afterReports, type Told } from './after-reports.ts';
import { isSettled, type ReportedState } from './message-states.ts';

/** What a provider told of a message. */
export type DeliveryReport = {
  readonly messageId: MessageId;
  /** The provider's name for the attempt: one message may have been handed over twice. */
  readonly providerReference: string;
  readonly state: ReportedState;
  /** Ours; of a failure alone. */
  readonly failureCode: string | null;
  /** A server on the way has it, could not bring it over yet, and goes on trying. */
  readonly isHeldUp?: boolean;
};

/**
 * Keeps what was told. Of two failures of one attempt the first code in the order of the alphabet stays, so that it does not matter
 * which one came first.
 * @returns whether it says something that was not known
 */
export async function keepReport(
  { db, organisationId }: OrganisationScope,
  { messageId, providerReference, state, failureCode }: DeliveryReport,
  now: EpochMilliseconds,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    insert into "DeliveryReport" as r ("organisationId", "messageId", "providerReference", state, "failureCode", "reportedAt")
    values (${organisationId}::uuid, ${messageId}::uuid, ${providerReference}, ${state}::"MessageState", ${failureCode},
      ${new Date(now)})
    on conflict ("organisationId", "messageId", "providerReference", state) do update
      set "failureCode" = excluded."failureCode" where excluded."failureCode" < r."failureCode"
    returning 1`;
  return rows.length > 0;
}

type Reported = {
  readonly state: MessageState;
  readonly failureCode: string | null;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  /** The address or number; null before the first attempt. */
  readonly sentTo: string | null;
};

/** The message, which stays as it is until the transaction ends; null when there is none. */
export async function holdMessage(
  { db, organisationId }: OrganisationScope,
  id: MessageId,
): Promise<Reported | null> {
  const [row] = await db.$queryRaw<Reported[]>`
    select m.state, m."failureCode", m.kind, m.channel, m."appointmentId", m."sentTo", a."teamId"
    from "Message" m join "Appointment" a on a."organisationId" = m."organisationId" and a.id = m."appointmentId"
    where m."organisationId" = ${organisationId}::uuid and m.id = ${id}::uuid for update of m`;
  return row ?? null;
}

/** Brings a message to where all that was told of it says that it is, and tells followers when that is somewhere else. */
export async function applyReports(
  scope: OrganisationScope,
  id: MessageId,
  message: Reported,
  now: EpochMilliseconds,
): Promise<void> {
  const reports = await scope.db.deliveryReport.findMany({
    where: { messageId: id },
    select: { state: true, failureCode: true },
  });
  const { state, failureCode } = afterReports(message, reports as readonly Told[]);
  if (state === message.state && failureCode === message.failureCode) return;
  await scope.db.message.updateMany({
    where: { id },
    data: {
      state,
      failureCode,
      settledAt: isSettled(state) ? new Date(now) : null,
      ...(state === 'read' ? { readAt: new Date(now) } : {}),
    },
  });
  if (state === message.state) return;
  if (message.kind === 'companionLink') await renewPage(scope, message.appointmentId);
  await recordMessageEvent(scope, { ...message, id, what: state, failureCode }, now);
}

type Happened = Pick<Reported, 'appointmentId' | 'teamId' | 'kind' | 'channel'> & {
  readonly id: MessageId;
  /** `heldUp`: a server on the way goes on trying. */
  readonly what: MessageState | 'heldUp';
  readonly failureCode?: string | null;
};

/** Tells followers what was heard of a message. */
export function recordMessageEvent(
  scope: OrganisationScope,
  { id, appointmentId, teamId, kind, channel, what, failureCode = null }: Happened,
  now: EpochMilliseconds,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: `message.${what}`,
    actor: systemActor,
    payload: {
      appointmentId,
      messageId: id,
      kind,
      channel,
      how: 'report',
      ...(failureCode === null ? {} : { failureCode }),
    },
    at: now,
  });
}
