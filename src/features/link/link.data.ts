import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type {
  AppointmentId,
  AppointmentReference,
  ConversationId,
  ParticipantId,
  RoomName,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import type { Kept } from '#journey/retention.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';

export type LinkedService = { readonly slug: string; readonly name: LocalizedText };

/** The appointment behind a link, as far as whoever holds the link may know. Times in epoch milliseconds. */
export type LinkedAppointment = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly state: AppointmentState;
  readonly startAt: number;
  readonly endAt: number;
  readonly language: Language;
  readonly channel: Channel;
  readonly saidComing: boolean;
  readonly services: readonly LinkedService[];
  /** Of each service: days after the appointment. */
  readonly retentionDays: readonly number[];
  readonly conversationState: ConversationState | null;
  /** Null unless the citizen was sent back to wait. */
  readonly sentBackAt: number | null;
  /** They came without appointment. */
  readonly isWalkIn: boolean;
};

/** @param tokenHash SHA-256 of the link's secret */
export async function findLinkedAppointment(
  scope: OrganisationScope,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<LinkedAppointment | null> {
  const row = await scope.db.appointment.findFirst({
    where: { linkTokenHash: tokenHash },
    select: {
      id: true,
      reference: true,
      teamId: true,
      state: true,
      startAt: true,
      endAt: true,
      language: true,
      channel: true,
      kind: true,
      saidComingAt: true,
      conversation: { select: { state: true, sentBackAt: true } },
      services: {
        orderBy: { position: 'asc' },
        select: { service: { select: { slug: true, name: true, retentionDays: true } } },
      },
    },
  });
  if (row === null) return null;
  const { conversation, services, saidComingAt, kind, ...appointment } = row;
  return {
    ...appointment,
    saidComing: saidComingAt !== null,
    id: row.id as AppointmentId,
    reference: row.reference as AppointmentReference,
    teamId: row.teamId as TeamId,
    startAt: row.startAt.getTime(),
    endAt: row.endAt.getTime(),
    services: services.map(({ service: { slug, name } }) => ({ slug, name: name as LocalizedText })),
    retentionDays: services.map(({ service }) => service.retentionDays),
    conversationState: conversation?.state ?? null,
    sentBackAt: conversation?.sentBackAt?.getTime() ?? null,
    isWalkIn: kind === 'walkIn',
  };
}

/** The appointment of a printed sheet's code. @param codeHash keyed hash of the code */
export async function findAppointmentOfCode(
  scope: OrganisationScope,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<({ readonly id: AppointmentId } & Kept) | null> {
  const row = await scope.db.appointment.findFirst({
    where: { sheetCodeHash: codeHash },
    select: {
      id: true,
      endAt: true,
      services: { select: { service: { select: { retentionDays: true } } } },
    },
  });
  if (row === null) return null;
  const retentionDays = row.services.map(({ service }) => service.retentionDays);
  return { id: row.id as AppointmentId, endAt: row.endAt.getTime(), retentionDays };
}

/** Takes a spoken code, which is good once. @returns the appointment of its request; null when there is no such code (any more) */
export async function takeSpokenCode(
  { db, organisationId }: OrganisationScope,
  codeHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<AppointmentId | null> {
  const [taken] = await db.$queryRaw<{ appointmentId: AppointmentId }[]>`
    delete from "SpokenCode" c using "Request" r
    where c."organisationId" = ${organisationId}::uuid and c."codeHash" = ${codeHash} and c."expiresAt" > ${now}
      and r."organisationId" = c."organisationId" and r.id = c."requestId" and r.state in ('sent', 'opened', 'inProgress')
    returning r."appointmentId"`;
  return taken?.appointmentId ?? null;
}

/** Lets one exchange of an appointment's link follow another: two browsers at once cannot both be the first. */
export async function holdLink({ db, organisationId }: OrganisationScope, id: AppointmentId) {
  await db.$queryRaw`
    select id from "Appointment" where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid for update`;
}

/** Somebody who is in a running conversation, and in which room. */
export type Insider = {
  readonly conversationId: ConversationId;
  readonly participantId: ParticipantId;
  readonly room: RoomName;
};

/** The place inside a running conversation that a visit has; null when it has none. */
export async function findInsider(scope: OrganisationScope, visitId: VisitId): Promise<Insider | null> {
  const row = await scope.db.participant.findFirst({
    where: { visitId, state: 'admitted', conversation: { state: 'admitted' } },
    select: { id: true, conversation: { select: { id: true, roomName: true } } },
  });
  if (row === null) return null;
  return {
    conversationId: row.conversation.id as ConversationId,
    participantId: row.id as ParticipantId,
    room: row.conversation.roomName as RoomName,
  };
}
