import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, AppointmentReference, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { type EpochMilliseconds, toDate } from '#journey/time.ts';
import type { ContactDetails } from './contact-details.ts';

/** A booking that was made before. */
export type EarlierBooking = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  /** Epoch milliseconds. */
  readonly createdAt: number;
};

/** The booking that a filled-in form led to already. */
export async function findBookingOfForm(
  scope: OrganisationScope,
  submissionKey: string,
): Promise<EarlierBooking | null> {
  const row = await scope.db.appointment.findFirst({
    where: { submissionKey },
    select: { id: true, reference: true, createdAt: true },
  });
  if (row === null) return null;
  return {
    id: row.id as AppointmentId,
    reference: row.reference as AppointmentReference,
    createdAt: row.createdAt.getTime(),
  };
}

export type NewAppointment = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly seatId: SeatId;
  readonly serviceId: ServiceId;
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  readonly language: Language;
  readonly details: ContactDetails;
  readonly phraseWords: readonly [string, string];
  readonly linkTokenHash: Uint8Array<ArrayBuffer>;
  readonly submissionKey: string;
  readonly createdAt: EpochMilliseconds;
};

/**
 * Writes an appointment over video, with its service.
 * @throws an exclusion violation when the seat has something at that time, a unique violation when the form was sent before
 */
export async function insertAppointment(
  { db, organisationId }: OrganisationScope,
  { details, serviceId, phraseWords, ...appointment }: NewAppointment,
): Promise<void> {
  await db.appointment.create({
    data: {
      ...appointment,
      organisationId,
      channel: 'video',
      startAt: toDate(appointment.startAt),
      occupiedFromAt: toDate(appointment.startAt),
      endAt: toDate(appointment.endAt),
      occupiedUntilAt: toDate(appointment.occupiedUntilAt),
      createdAt: toDate(appointment.createdAt),
      citizenName: details.name,
      email: details.email,
      phone: details.phone,
      remark: details.remark,
      phraseWords: [...phraseWords],
    },
    select: { id: true },
  });
  await db.appointmentService.create({
    data: { organisationId, appointmentId: appointment.id, serviceId, position: 1 },
    select: { serviceId: true },
  });
}
