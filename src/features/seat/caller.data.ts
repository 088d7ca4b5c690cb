import type { OrganisationScope } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  AppointmentReference,
  ConversationId,
  ServiceId,
  StaffMemberId,
  TeamId,
} from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';

/** What somebody may phone about. */
export type CallableService = { readonly id: ServiceId; readonly name: LocalizedText };

/** The services of a team, in their order. */
export async function listTeamServices(
  { db }: OrganisationScope,
  teamId: TeamId,
): Promise<readonly (CallableService & { readonly durationMinutes: number })[]> {
  const rows = await db.service.findMany({
    where: { teamId },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true, name: true, durationMinutes: true },
  });
  return rows.map((row) => ({ ...row, id: row.id as ServiceId, name: row.name as LocalizedText }));
}

/** The conversation that this press opened before; null when it opened none. */
export async function findOpened(
  { db }: OrganisationScope,
  submissionKey: string,
): Promise<ConversationId | null> {
  const row = await db.conversation.findFirst({
    where: { appointment: { submissionKey } },
    select: { id: true },
  });
  return row && (row.id as ConversationId);
}

/** Who telephones without appointment, as it is written. */
export type NewCaller = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly serviceId: ServiceId;
  readonly submissionKey: string;
  /** Empty until it is known. */
  readonly citizenName: string;
  /** E.164; null without. */
  readonly phone: string | null;
  readonly language: Language;
  readonly phraseWords: readonly [string, string];
  readonly linkTokenHash: Uint8Array<ArrayBuffer>;
  readonly bookedById: StaffMemberId;
  readonly startAt: Date;
  readonly endAt: Date;
};

/** Writes an entry without an agreed time: it holds no seat. */
export async function insertCaller(
  { db, organisationId }: OrganisationScope,
  { serviceId, phraseWords, ...caller }: NewCaller,
): Promise<void> {
  const { id: appointmentId, startAt, endAt } = caller;
  await db.appointment.create({
    data: {
      ...caller,
      organisationId,
      kind: 'walkIn',
      channel: 'phone',
      requestChannel: 'phone',
      occupiedFromAt: startAt,
      occupiedUntilAt: endAt,
      createdAt: startAt,
      phraseWords: [...phraseWords],
    },
    select: { id: true },
  });
  await db.appointmentService.create({
    data: { organisationId, appointmentId, serviceId, position: 1 },
    select: { serviceId: true },
  });
}

/** Gives up the entry of who telephoned without appointment. @returns whether it is one */
export async function giveUpCaller({ db }: OrganisationScope, id: AppointmentId, at: Date): Promise<boolean> {
  const { count } = await db.appointment.updateMany({
    where: { id, kind: 'walkIn', channel: 'phone', state: 'booked' },
    data: { state: 'cancelled', cancelledAt: at, cancelledBy: 'staff' },
  });
  return count === 1;
}

/** Writes the name of who is in conversation with this clerk. @returns their team; null when they had one, or speak with nobody here */
export async function saveCallersName(
  { db }: OrganisationScope,
  id: AppointmentId,
  clerkId: StaffMemberId,
  citizenName: string,
): Promise<TeamId | null> {
  const [row] = await db.appointment.updateManyAndReturn({
    where: { id, citizenName: '', conversation: { state: 'admitted', clerkId } },
    data: { citizenName },
    select: { teamId: true },
  });
  return row === undefined ? null : (row.teamId as TeamId);
}
