import { recordEvent } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, AppointmentReference, MessageId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { MessageChannel, MessageKind } from '#journey/message-plan.ts';
import { type EpochMilliseconds, toEpoch } from '#journey/time.ts';
import type { DiscardReason } from './delivery-rules.ts';
import { isSettled, type MessageState, statesBefore } from './message-states.ts';
import type { Address, ToldAppointment, ToldOffer } from './told.ts';

/** States in which a message waits for its moment; in `sending` that moment is the end of the sender's lease. */
const waitingStates: MessageState[] = ['planned', 'failedTemporarily', 'sending'];

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
};

/** The messages whose moment has come, longest waiting first. */
export async function findDueMessages(
  scope: OrganisationScope,
  now: EpochMilliseconds,
  limit: number,
): Promise<readonly MessageId[]> {
  const rows = await scope.db.message.findMany({
    where: { state: { in: waitingStates }, nextAttemptAt: { lte: new Date(now) } },
    orderBy: { nextAttemptAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id as MessageId);
}

/**
 * Takes a message that is due: of several processes that try, one gets it. Null for the others, and when it is not due.
 * @param dueBy a message is due when its moment is not later
 * @param leaseUntil until when nobody else takes it
 */
export async function claimMessage(
  scope: OrganisationScope,
  id: MessageId,
  dueBy: EpochMilliseconds,
  leaseUntil: EpochMilliseconds,
): Promise<ClaimedMessage | null> {
  const [row] = await scope.db.message.updateManyAndReturn({
    where: { id, state: { in: waitingStates }, nextAttemptAt: { lte: new Date(dueBy) } },
    data: { state: 'sending', attempts: { increment: 1 }, nextAttemptAt: new Date(leaseUntil) },
    select: {
      appointmentId: true,
      kind: true,
      channel: true,
      plannedAt: true,
      aboutStartAt: true,
      attempts: true,
    },
  });
  if (row === undefined) return null;
  return {
    ...row,
    id,
    appointmentId: row.appointmentId as AppointmentId,
    plannedAt: toEpoch(row.plannedAt),
    aboutStartAt: row.aboutStartAt && toEpoch(row.aboutStartAt),
  };
}

/** What became of an attempt. */
export type MessageChange =
  | { readonly state: 'accepted'; readonly providerReference: string }
  | {
      readonly state: 'failedTemporarily';
      readonly failureCode: string;
      readonly nextAttemptAt: EpochMilliseconds;
    }
  | { readonly state: 'failedForGood'; readonly failureCode: string }
  | { readonly state: 'discarded'; readonly discardReason: DiscardReason };

/**
 * Writes what became of an attempt, and tells followers of the appointment and its team. States never go backwards. An
 * answer that comes when another process has taken over still counts when it is yes; a no of an attempt that is over does not.
 */
export async function changeMessage(
  scope: OrganisationScope,
  message: ClaimedMessage,
  { state, ...facts }: MessageChange,
  teamId: TeamId,
  now: EpochMilliseconds,
): Promise<void> {
  const { id, appointmentId, kind, channel, attempts } = message;
  const { nextAttemptAt, ...columns } = { nextAttemptAt: undefined, ...facts };
  const { count } = await scope.db.message.updateMany({
    where: { id, state: { in: statesBefore(state) }, ...(state === 'accepted' ? {} : { attempts }) },
    data: {
      state,
      ...columns,
      ...(nextAttemptAt === undefined ? {} : { nextAttemptAt: new Date(nextAttemptAt) }),
      ...(state === 'accepted' ? { failureCode: null } : {}),
      settledAt: isSettled(state) ? new Date(now) : null,
    },
  });
  if (count === 0) return;
  await recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: `message.${state}`,
    actor: systemActor,
    payload: { appointmentId, messageId: id, kind, channel },
    at: now,
  });
}

/** The appointment behind a link. @param tokenHash SHA-256 of the link's secret */
export async function findLinkedAppointmentId(
  scope: OrganisationScope,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<AppointmentId | null> {
  const row = await scope.db.appointment.findFirst({
    where: { linkTokenHash: tokenHash },
    select: { id: true },
  });
  return row && (row.id as AppointmentId);
}

/** The appointment as messages tell of it, as it is now. */
export async function findToldAppointment(
  scope: OrganisationScope,
  id: AppointmentId,
): Promise<ToldAppointment | null> {
  const row = await scope.db.appointment.findFirst({
    where: { id },
    select: {
      reference: true,
      teamId: true,
      state: true,
      channel: true,
      startAt: true,
      endAt: true,
      language: true,
      citizenName: true,
      email: true,
      phone: true,
      phraseWords: true,
      calendarSequence: true,
      cancelledBy: true,
      toldStartAt: true,
      saidComingAt: true,
      seatId: true,
      services: {
        orderBy: { position: 'asc' },
        select: {
          service: {
            select: {
              slug: true,
              name: true,
              feeCents: true,
              retentionDays: true,
              requirements: { orderBy: { position: 'asc' }, select: { title: true, reason: true } },
            },
          },
        },
      },
    },
  });
  if (row === null) return null;
  const { seatId, saidComingAt, ...facts } = row;
  return {
    ...facts,
    id,
    location: row.channel === 'counter' ? await findLocation(scope, seatId) : null,
    offer: await findOpenOffer(scope, id),
    toldStartAt: row.toldStartAt && toEpoch(row.toldStartAt),
    heardAt: await findHeardAt(scope, id, saidComingAt),
    reference: row.reference as AppointmentReference,
    teamId: row.teamId as TeamId,
    startAt: toEpoch(row.startAt),
    endAt: toEpoch(row.endAt),
    services: row.services.map(({ service }) => ({
      ...service,
      name: service.name as LocalizedText,
      requirements: service.requirements.map(({ title, reason }) => ({
        title: title as LocalizedText,
        reason: reason as LocalizedText,
      })),
    })),
  };
}

async function findLocation({ db }: OrganisationScope, seatId: string): Promise<Address | null> {
  return db.location.findFirst({
    where: { seats: { some: { id: seatId } } },
    select: { streetLine: true, postalCode: true, city: true },
  });
}

/** The last gesture of the citizen's own: what they read, and what they said. */
async function findHeardAt(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  saidComingAt: Date | null,
) {
  const { _max } = await db.message.aggregate({ where: { appointmentId }, _max: { readAt: true } });
  const moments = [_max.readAt, saidComingAt].flatMap((at) => (at === null ? [] : [toEpoch(at)]));
  return moments.length === 0 ? null : (Math.max(...moments) as EpochMilliseconds);
}

async function findOpenOffer({ db }: OrganisationScope, appointmentId: AppointmentId) {
  const row = await db.earlierTimeOffer.findFirst({
    where: { appointmentId, state: 'open' },
    select: { startAt: true, createdAt: true, expiresAt: true },
  });
  if (row === null) return null;
  const { startAt, createdAt, expiresAt } = row;
  const offer: ToldOffer = {
    startAt: toEpoch(startAt),
    createdAt: toEpoch(createdAt),
    expiresAt: toEpoch(expiresAt),
  };
  return offer;
}
