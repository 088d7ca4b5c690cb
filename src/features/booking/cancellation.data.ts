import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, AppointmentReference, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import { type EpochMilliseconds, toDate, toEpoch } from '#journey/time.ts';

/** What decides about cancelling, and what a citizen sees of it before. */
export type CancellableAppointment = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly state: AppointmentState;
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
  readonly email: string | null;
  readonly phone: string | null;
  readonly services: readonly { readonly slug: string; readonly name: LocalizedText }[];
  readonly conversationState: ConversationState | null;
};

/** Keeps the appointment and its conversation as they are until the transaction ends: nobody admits or arrives meanwhile. */
export async function holdForCancelling(
  { db, organisationId }: OrganisationScope,
  id: AppointmentId,
): Promise<void> {
  await db.$queryRaw`
    select id from "Appointment" where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid for update`;
  await db.$queryRaw`
    select id from "Conversation" where "organisationId" = ${organisationId}::uuid and "appointmentId" = ${id}::uuid for update`;
}

export async function findCancellable(
  scope: OrganisationScope,
  id: AppointmentId,
): Promise<CancellableAppointment | null> {
  const row = await scope.db.appointment.findFirst({
    where: { id },
    select: {
      reference: true,
      teamId: true,
      state: true,
      startAt: true,
      endAt: true,
      email: true,
      phone: true,
      conversation: { select: { state: true } },
      services: { orderBy: { position: 'asc' }, select: { service: { select: { slug: true, name: true } } } },
    },
  });
  if (row === null) return null;
  return {
    id,
    reference: row.reference as AppointmentReference,
    teamId: row.teamId as TeamId,
    state: row.state,
    startAt: toEpoch(row.startAt),
    endAt: toEpoch(row.endAt),
    email: row.email,
    phone: row.phone,
    services: row.services.map(({ service }) => ({
      slug: service.slug,
      name: service.name as LocalizedText,
    })),
    conversationState: row.conversation?.state ?? null,
  };
}

/**
 * Writes the cancellation: the seat is free again, the calendar entry has a later sequence (RFC 5545, section 3.8.7.4), and a
 * conversation that only waited is gone, so that nobody is admitted to it.
 */
export async function writeCancellation(
  { db }: OrganisationScope,
  id: AppointmentId,
  at: EpochMilliseconds,
): Promise<void> {
  await db.appointment.updateMany({
    where: { id },
    data: { state: 'cancelled', cancelledAt: toDate(at), calendarSequence: { increment: 1 } },
  });
  await db.conversation.deleteMany({ where: { appointmentId: id, state: 'waiting' } });
}
