import type { OrganisationScope } from '#db/organisation-scope.ts';
import { wordToCitizen } from '#db/word-to-citizen.ts';
import type { AppointmentId, AppointmentReference, MessageId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { MessageKind } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import { type EpochMilliseconds, toEpoch } from '#journey/time.ts';

/** A message that did not arrive, or not yet, and whom it is for. */
export type FailingMessage = {
  readonly id: MessageId;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly plannedAt: EpochMilliseconds;
  readonly aboutStartAt: EpochMilliseconds | null;
  readonly state: 'failedTemporarily' | 'failedForGood';
  readonly failureCode: string | null;
  readonly attempts: number;
  /** When it failed for good, or will be tried again. */
  readonly at: EpochMilliseconds;
  /** Where it went; null before an attempt got so far. */
  readonly sentTo: string | null;
  readonly appointment: {
    readonly id: AppointmentId;
    readonly teamId: TeamId;
    readonly reference: AppointmentReference;
    readonly citizenName: string;
    readonly startAt: EpochMilliseconds;
    readonly teamName: LocalizedText;
  };
};

/** Not sent again yet. What goes to a third person or leads to a request is shown and sent again where that stands. */
const forCitizen = { again: null, ...wordToCitizen } as const;

export type FailingPage = {
  readonly since: EpochMilliseconds;
  /** Which message the page before ended with; null for the first page. */
  readonly after: MessageId | null;
  readonly limit: number;
};

/** Messages that failed since then and were not sent again, those planned for last first. One more than the limit says that there are more. */
export async function findFailingMessages(
  { db, organisationId }: OrganisationScope,
  { since, after, limit }: FailingPage,
): Promise<readonly FailingMessage[]> {
  const rows = await db.message.findMany({
    where: {
      state: { in: ['failedTemporarily', 'failedForGood'] },
      plannedAt: { gte: new Date(since) },
      ...forCitizen,
    },
    orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
    ...(after !== null && { cursor: { organisationId_id: { organisationId, id: after } }, skip: 1 }),
    take: limit + 1,
    select: failing,
  });
  return rows.map(toFailing);
}

/** Those of one appointment, however long ago. */
export async function findFailingOf(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly FailingMessage[]> {
  const rows = await db.message.findMany({
    where: { appointmentId, state: { in: ['failedTemporarily', 'failedForGood'] }, ...forCitizen },
    select: failing,
  });
  return rows.map(toFailing);
}

/** One of them, which stays as it is until the transaction ends; null when it is not among them. */
export async function holdFailingMessage(
  { db, organisationId }: OrganisationScope,
  id: MessageId,
): Promise<FailingMessage | null> {
  await db.$queryRaw`
    select 1 from "Message" where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid for update`;
  const row = await db.message.findFirst({
    where: { id, state: { in: ['failedTemporarily', 'failedForGood'] }, ...forCitizen },
    select: failing,
  });
  return row && toFailing(row);
}

const failing = {
  id: true,
  kind: true,
  channel: true,
  plannedAt: true,
  aboutStartAt: true,
  state: true,
  failureCode: true,
  attempts: true,
  settledAt: true,
  nextAttemptAt: true,
  sentTo: true,
  appointment: {
    select: {
      id: true,
      teamId: true,
      reference: true,
      citizenName: true,
      startAt: true,
      team: { select: { name: true } },
    },
  },
} as const;

type FailingRow = Awaited<ReturnType<typeof readOne>>;
const readOne = ({ db }: OrganisationScope) => db.message.findFirstOrThrow({ select: failing });

function toFailing({ settledAt, nextAttemptAt, appointment, ...row }: FailingRow): FailingMessage {
  const { team, ...facts } = appointment;
  return {
    ...row,
    id: row.id as MessageId,
    plannedAt: toEpoch(row.plannedAt),
    aboutStartAt: row.aboutStartAt && toEpoch(row.aboutStartAt),
    state: row.state === 'failedForGood' ? 'failedForGood' : 'failedTemporarily',
    at: toEpoch(settledAt ?? nextAttemptAt),
    appointment: {
      ...facts,
      id: facts.id as AppointmentId,
      teamId: facts.teamId as TeamId,
      reference: facts.reference as AppointmentReference,
      startAt: toEpoch(facts.startAt),
      teamName: team.name as LocalizedText,
    },
  };
}

/** Has a message that waits for its next try tried at once. */
export async function hurryMessage(
  { db }: OrganisationScope,
  id: MessageId,
  now: EpochMilliseconds,
): Promise<void> {
  await db.message.updateMany({
    where: { id, state: 'failedTemporarily' },
    data: { nextAttemptAt: new Date(now) },
  });
}

/** The same message once more, due now. */
export async function insertAgain(
  { db, organisationId }: OrganisationScope,
  { id, kind, channel, aboutStartAt, appointment }: FailingMessage,
  now: EpochMilliseconds,
): Promise<MessageId> {
  const row = await db.message.create({
    data: {
      organisationId,
      appointmentId: appointment.id,
      kind,
      channel,
      aboutStartAt: aboutStartAt === null ? null : new Date(aboutStartAt),
      plannedAt: new Date(now),
      nextAttemptAt: new Date(now),
      againOfId: id,
    },
    select: { id: true },
  });
  return row.id as MessageId;
}
