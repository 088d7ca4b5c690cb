import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel, Need, OwnTime } from '#journey/appointment-wish.ts';
import type { AppointmentId, AppointmentReference, LocationId, SeatId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import { type EpochMilliseconds, toDate, toEpoch } from '#journey/time.ts';

/** An appointment with what decides about changing it, and what is shown of it before. */
export type ChangeableAppointment = OwnTime & {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  /** Null for who came without appointment. */
  readonly seatId: SeatId | null;
  readonly state: AppointmentState;
  readonly channel: Channel;
  readonly language: Language;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly needs: readonly Need[];
  /** Where its seat is, of one that receives people at a counter. */
  readonly locationId: LocationId | null;
  /** In the order in which they were chosen. */
  readonly services: readonly {
    readonly slug: string;
    readonly name: LocalizedText;
    readonly channels: readonly Channel[];
  }[];
  readonly conversationState: ConversationState | null;
  /** They were called already, and wait again. */
  readonly wasCalled: boolean;
};

export async function findChangeable(
  scope: OrganisationScope,
  id: AppointmentId,
): Promise<ChangeableAppointment | null> {
  const row = await scope.db.appointment.findFirst({
    where: { id },
    select: {
      reference: true,
      teamId: true,
      seatId: true,
      state: true,
      channel: true,
      startAt: true,
      endAt: true,
      occupiedFromAt: true,
      occupiedUntilAt: true,
      language: true,
      email: true,
      phone: true,
      needs: true,
      services: {
        orderBy: { position: 'asc' },
        select: { service: { select: { slug: true, name: true, channels: true } } },
      },
    },
  });
  if (row === null) return null;
  // One after another: a transaction has one connection.
  const seat =
    row.seatId === null
      ? null
      : await scope.db.seat.findFirst({ where: { id: row.seatId }, select: { locationId: true } });
  const conversation = await scope.db.conversation.findFirst({
    where: { appointmentId: id },
    select: { state: true, sentBackAt: true },
  });
  const { services, ...facts } = row;
  return {
    ...facts,
    id,
    reference: row.reference as AppointmentReference,
    teamId: row.teamId as TeamId,
    seatId: row.seatId as SeatId | null,
    startAt: toEpoch(row.startAt),
    endAt: toEpoch(row.endAt),
    occupiedFromAt: toEpoch(row.occupiedFromAt),
    occupiedUntilAt: toEpoch(row.occupiedUntilAt),
    locationId: (seat?.locationId ?? null) as LocationId | null,
    services: services.map(({ service }) => ({ ...service, name: service.name as LocalizedText })),
    conversationState: conversation?.state ?? null,
    wasCalled: conversation?.sentBackAt != null,
  };
}

/** Where and when an appointment takes place from now on. */
export type NewPlace = {
  readonly seatId: SeatId;
  readonly channel: Channel;
  readonly startAt: EpochMilliseconds;
  readonly endAt: EpochMilliseconds;
  readonly occupiedFromAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  /** E.164. */
  readonly phone: string | null;
};

/**
 * Takes the new time and gives up the old one in a single statement, so that neither is ever lost; the calendar entry has a later
 * sequence (RFC 5545, section 3.8.7.4). What was said of the old one is over.
 * @throws an exclusion violation when the seat has something at that time
 */
export async function writePlace(
  { db }: OrganisationScope,
  id: AppointmentId,
  { startAt, endAt, occupiedFromAt, occupiedUntilAt, ...place }: NewPlace,
): Promise<void> {
  await db.appointment.updateMany({
    where: { id, state: 'booked' },
    data: {
      ...place,
      startAt: toDate(startAt),
      endAt: toDate(endAt),
      occupiedFromAt: toDate(occupiedFromAt),
      occupiedUntilAt: toDate(occupiedUntilAt),
      calendarSequence: { increment: 1 },
      toldStartAt: null,
      saidComingAt: null,
      turnTextPhone: null,
      turnTextAskedAt: null,
      turnTextToldAt: null,
    },
  });
}

/** Lets go of the time that somebody held: it is an appointment now. */
export async function letGo({ db }: OrganisationScope, holderKey: string): Promise<void> {
  await db.timeHold.deleteMany({ where: { holderKey } });
}

/** Writes the cancellation: the seat is free again, and the calendar entry has a later sequence. */
export async function writeCancellation(
  { db }: OrganisationScope,
  id: AppointmentId,
  { at, by }: { readonly at: EpochMilliseconds; readonly by: 'citizen' | 'staff' },
): Promise<void> {
  await db.appointment.updateMany({
    where: { id },
    data: {
      state: 'cancelled',
      cancelledAt: toDate(at),
      cancelledBy: by,
      calendarSequence: { increment: 1 },
    },
  });
}

/**
 * Empties the place where somebody waits for this appointment: a conversation that did not begin, or does not go on, is gone, so that
 * nobody is admitted to it, and whoever's page is connected arrives anew when its waiting room opens. What a clerk wrote down before they
 * were sent back to wait stays with the appointment, for whoever speaks with them then.
 */
export async function emptyWaitingRoom(
  scope: OrganisationScope,
  id: AppointmentId,
  now: EpochMilliseconds,
): Promise<void> {
  const { db } = scope;
  await keepNotes(scope, id, toDate(now));
  await db.conversation.deleteMany({ where: { appointmentId: id, state: 'waiting' } });
  await db.presence.deleteMany({ where: { visit: { appointmentId: id } } });
}

/** Puts the notes of a conversation under those of its preparation. */
async function keepNotes({ db, organisationId }: OrganisationScope, appointmentId: AppointmentId, at: Date) {
  const waiting = await db.conversation.findFirst({
    where: { appointmentId, state: 'waiting', report: { not: null } },
    select: { report: true },
  });
  if (waiting === null) return;
  const before = await db.preparationNotes.findFirst({
    where: { appointmentId },
    select: { text: true, revision: true },
  });
  const text = [before?.text, waiting.report].filter(Boolean).join('\n\n');
  const notes = { text, revision: (before?.revision ?? 0) + 1, writtenAt: at, writtenById: null };
  if (before === null)
    await db.preparationNotes.create({ data: { ...notes, organisationId, appointmentId } });
  else await db.preparationNotes.updateMany({ where: { appointmentId }, data: notes });
}

/** In which language it is spoken and written of from now on. */
export async function writeLanguage(
  { db }: OrganisationScope,
  id: AppointmentId,
  language: Language,
): Promise<void> {
  await db.appointment.updateMany({ where: { id }, data: { language } });
}
