import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel, Need } from '#journey/appointment-wish.ts';
import type { AppointmentId, AppointmentReference, ServiceId } from '#journey/ids.ts';
import { type EpochMilliseconds, toDate } from '#journey/time.ts';
import type { BookingRequest } from './booking-request.ts';
import type { Place } from './find-place.ts';

/** A booking that was made before. */
export type EarlierBooking = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  /** It has a printed sheet with a code. */
  readonly hasSheet: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
};

/** The bookings that filled-in forms led to already, by the form's key. */
export async function findBookingsOfForms(
  scope: OrganisationScope,
  submissionKeys: readonly string[],
): Promise<ReadonlyMap<string, EarlierBooking>> {
  const rows = await scope.db.appointment.findMany({
    where: { submissionKey: { in: [...submissionKeys] } },
    select: { id: true, reference: true, submissionKey: true, sheetCodeHash: true, createdAt: true },
  });
  const found = rows.map(({ submissionKey, id, reference, sheetCodeHash, createdAt }) => {
    const earlier: EarlierBooking = {
      id: id as AppointmentId,
      reference: reference as AppointmentReference,
      hasSheet: sheetCodeHash !== null,
      createdAt: createdAt.getTime(),
    };
    return [submissionKey, earlier] as const;
  });
  return new Map(found);
}

export type NewAppointment = {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly place: Place;
  readonly channel: Channel;
  readonly needs: readonly Need[];
  readonly phraseWords: readonly [string, string];
  readonly linkTokenHash: Uint8Array<ArrayBuffer>;
  readonly sheetCodeHash: Uint8Array<ArrayBuffer> | null;
  readonly createdAt: EpochMilliseconds;
};

/**
 * Writes an appointment with its services, and for whom it is.
 * @throws an exclusion violation when the seat has something at that time, a unique violation when the form was sent before
 */
export async function insertAppointment(
  scope: OrganisationScope,
  asked: BookingRequest,
  { place, needs, phraseWords, createdAt, ...appointment }: NewAppointment,
): Promise<void> {
  const { organisationId, db } = scope;
  const { details, request } = asked;
  await db.appointment.create({
    data: {
      ...appointment,
      organisationId,
      teamId: place.teamId,
      seatId: place.seatId,
      startAt: toDate(place.startAt),
      occupiedFromAt: toDate(place.occupiedFromAt),
      endAt: toDate(place.endAt),
      occupiedUntilAt: toDate(place.occupiedUntilAt),
      createdAt: toDate(createdAt),
      language: asked.language,
      citizenName: details.name,
      email: details.email,
      phone: details.phone,
      remark: details.remark,
      needs: [...needs],
      interpreterLanguage: asked.interpreterLanguage,
      wouldHaveCome: asked.wouldHaveCome,
      submissionKey: asked.submissionKey,
      phraseWords: [...phraseWords],
      ...(request.kind === 'staff' && {
        requestChannel: request.requestChannel,
        bookedById: request.actor.staffMemberId,
      }),
    },
    select: { id: true },
  });
  await insertServices(scope, appointment.id, place.serviceIds);
  if (asked.principal !== null) {
    const data = { ...asked.principal, organisationId, appointmentId: appointment.id };
    await db.principal.create({ data, select: { appointmentId: true } });
  }
}

async function insertServices(
  { db, organisationId }: OrganisationScope,
  appointmentId: AppointmentId,
  serviceIds: readonly ServiceId[],
): Promise<void> {
  await db.appointmentService.createMany({
    data: serviceIds.map((serviceId, index) => ({
      organisationId,
      appointmentId,
      serviceId,
      position: index + 1,
    })),
  });
}
