import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readTextStops } from '#db/text-stops.ts';
import type { AppointmentId, AppointmentReference, MessageId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { toEpoch } from '#journey/time.ts';
import type { Address, ToldAppointment, ToldOffer } from './told.ts';

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

export async function findMessageAppointmentId(
  { db }: OrganisationScope,
  id: MessageId,
): Promise<AppointmentId | null> {
  const row = await db.message.findFirst({ where: { id }, select: { appointmentId: true } });
  return row && (row.appointmentId as AppointmentId);
}

/** The appointment as messages tell of it, as it is now. */
export async function findToldAppointment(
  scope: OrganisationScope,
  id: AppointmentId,
): Promise<ToldAppointment | null> {
  return (await findToldAppointments(scope, [id])).get(id) ?? null;
}

const told = {
  id: true,
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
  turnTextPhone: true,
  conversation: { select: { state: true } },
  backOfficeQuestions: {
    where: { isForCitizen: true, answeredAt: { not: null } },
    take: 1,
    select: { id: true },
  },
  channelProposal: { select: { channel: true, declinedAt: true } },
  heardAt: true,
  seatId: true,
  needs: true,
  principal: { select: { kind: true } },
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
} as const;

/** Many at once, by id; those that there are. */
export async function findToldAppointments(
  scope: OrganisationScope,
  ids: readonly AppointmentId[],
): Promise<ReadonlyMap<AppointmentId, ToldAppointment>> {
  const rows = await scope.db.appointment.findMany({ where: { id: { in: [...ids] } }, select: told });
  const seatIds = rows.flatMap(({ channel, seatId }) =>
    channel === 'counter' && seatId !== null ? [seatId] : [],
  );
  const locations = seatIds.length === 0 ? new Map<string, Address>() : await findLocations(scope, seatIds);
  const offers = await findOpenOffers(scope, ids);
  const stops = await readTextStops(
    scope,
    rows.flatMap(({ phone, turnTextPhone }) => [phone ?? [], turnTextPhone ?? []].flat()),
  );
  const appointments = rows.map(
    ({
      seatId,
      needs,
      principal,
      turnTextPhone,
      conversation,
      channelProposal,
      backOfficeQuestions,
      ...row
    }): ToldAppointment => {
      const id = row.id as AppointmentId;
      const isOver = conversation !== null && conversation.state !== 'waiting';
      return {
        ...row,
        id,
        location: locations.get(seatId ?? '') ?? null,
        offer: offers.get(id) ?? null,
        textsStopped: row.phone !== null && stops.has(row.phone),
        turnText:
          turnTextPhone === null || isOver
            ? null
            : { phone: turnTextPhone, isStopped: stops.has(turnTextPhone) },
        companion: null,
        request: null,
        hasAnswer: backOfficeQuestions.length > 0,
        isProposedOtherwise:
          channelProposal !== null &&
          channelProposal.declinedAt === null &&
          row.channel === 'video' &&
          !isOver,
        toldStartAt: row.toldStartAt && toEpoch(row.toldStartAt),
        actsFor: principal?.kind ?? null,
        needsInterpreter: needs.includes('interpreter') || needs.includes('signLanguage'),
        heardAt: row.heardAt && toEpoch(row.heardAt),
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
    },
  );
  return new Map(appointments.map((appointment) => [appointment.id, appointment]));
}

/** The buildings of seats, by seat. */
async function findLocations(
  { db }: OrganisationScope,
  seatIds: readonly string[],
): Promise<ReadonlyMap<string, Address>> {
  const rows = await db.seat.findMany({
    where: { id: { in: [...seatIds] } },
    select: { id: true, location: { select: { streetLine: true, postalCode: true, city: true } } },
  });
  return new Map(rows.flatMap(({ id, location }) => (location === null ? [] : [[id, location] as const])));
}

async function findOpenOffers(
  { db }: OrganisationScope,
  appointmentIds: readonly AppointmentId[],
): Promise<ReadonlyMap<string, ToldOffer>> {
  const rows = await db.earlierTimeOffer.findMany({
    where: { appointmentId: { in: [...appointmentIds] }, state: 'open' },
    select: { appointmentId: true, startAt: true, createdAt: true, expiresAt: true },
  });
  return new Map(
    rows.map(({ appointmentId, startAt, createdAt, expiresAt }) => [
      appointmentId,
      { startAt: toEpoch(startAt), createdAt: toEpoch(createdAt), expiresAt: toEpoch(expiresAt) },
    ]),
  );
}
