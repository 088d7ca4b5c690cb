import { isExclusionViolation } from '#db/errors.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, OrganisationId, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { createAppointment } from '../factories/appointment-factories.ts';

const minute = 60_000;
const stepMinutes = 5;

/** Who comes today. The first can be joined this minute. */
const visitors: readonly {
  name: string;
  email: string;
  language: Language;
  afterMinutes: number;
  service: string;
}[] = [
  {
    name: 'Sofie Van Daele',
    email: 'sofie.vandaele@example.org',
    language: 'nl',
    afterMinutes: 0,
    service: 'verhuizing',
  },
  {
    name: 'Ahmed El Idrissi',
    email: 'ahmed.elidrissi@example.org',
    language: 'fr',
    afterMinutes: 20,
    service: 'gezinssamenstelling',
  },
  {
    name: 'Lieve Bogaert',
    email: 'lieve.bogaert@example.org',
    language: 'nl',
    afterMinutes: 40,
    service: 'rijbewijs',
  },
];

export type SeededLink = { readonly path: string; readonly label: string };

/** Gives back the links of today's visitors: those that still can be joined, or new appointments. */
export async function seedAppointments(
  organisationId: OrganisationId,
  linkSecret: string,
  now: number,
): Promise<readonly SeededLink[]> {
  const services = await withOrganisation(organisationId, ({ db }) =>
    db.service.findMany({
      orderBy: { position: 'asc' },
      select: { id: true, slug: true, teamId: true, durationMinutes: true, bufferAfterMinutes: true },
    }),
  );
  const links: SeededLink[] = [];
  for (const visitor of visitors) {
    const service = services.find(({ slug }) => slug.includes(visitor.service)) ?? services[0];
    if (service === undefined) return links;
    const id =
      (await findJoinable(organisationId, visitor.email, now)) ??
      (await book(
        organisationId,
        linkSecret,
        visitor,
        { ...service, id: service.id as ServiceId, teamId: service.teamId as TeamId },
        now,
      ));
    links.push({ path: `/l/${deriveLinkToken(linkSecret, id)}`, label: `${visitor.name}, ${service.slug}` });
  }
  return links;
}

async function findJoinable(
  organisationId: OrganisationId,
  email: string,
  now: number,
): Promise<AppointmentId | null> {
  const row = await withOrganisation(organisationId, ({ db }) =>
    db.appointment.findFirst({
      where: {
        email,
        state: 'booked',
        endAt: { gt: new Date(now) },
        OR: [{ conversation: null }, { conversation: { state: 'waiting' } }],
      },
      orderBy: { startAt: 'asc' },
      select: { id: true },
    }),
  );
  return row && (row.id as AppointmentId);
}

async function book(
  organisationId: OrganisationId,
  linkSecret: string,
  visitor: (typeof visitors)[number],
  service: { id: ServiceId; teamId: TeamId; durationMinutes: number; bufferAfterMinutes: number },
  now: number,
): Promise<AppointmentId> {
  const seats = await withOrganisation(organisationId, ({ db }) =>
    db.seat.findMany({
      where: { teamId: service.teamId, retiredAt: null, channels: { has: 'video' } },
      orderBy: { position: 'asc' },
      select: { id: true },
    }),
  );
  const first = Math.floor(now / minute / stepMinutes) * stepMinutes + visitor.afterMinutes;
  for (let start = first; ; start += stepMinutes) {
    for (const seat of seats) {
      const startAt = new Date(start * minute);
      const endAt = new Date((start + service.durationMinutes) * minute);
      const occupiedUntilAt = new Date(endAt.getTime() + service.bufferAfterMinutes * minute);
      const place = {
        organisationId,
        teamId: service.teamId,
        seatId: seat.id as SeatId,
        serviceIds: [service.id],
      };
      const { name: citizenName, email, language } = visitor;
      try {
        const row = { citizenName, email, language, startAt, endAt, occupiedUntilAt };
        return (await createAppointment(place, linkSecret, row)).id;
      } catch (error) {
        if (!isExclusionViolation(error)) throw error;
      }
    }
  }
}
