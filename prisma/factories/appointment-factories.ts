import { randomUUID } from 'node:crypto';
import type { Prisma } from '#db/generated/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import type {
  AppointmentId,
  AppointmentReference,
  LinkToken,
  OrganisationId,
  SeatId,
  ServiceId,
  TeamId,
} from '#journey/ids.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';

const minutes = (count: number) => count * 60_000;

type Place = {
  readonly organisationId: OrganisationId;
  readonly teamId: TeamId;
  readonly seatId: SeatId;
  readonly serviceIds: readonly ServiceId[];
};

/** A booked appointment at a seat, with the token of its link. `linkSecret` must be the product's own for the link to open. */
export async function createAppointment(
  { organisationId, teamId, seatId, serviceIds }: Place,
  linkSecret: string,
  overrides: Partial<Prisma.AppointmentUncheckedCreateInput> = {},
): Promise<{ id: AppointmentId; reference: AppointmentReference; linkToken: LinkToken }> {
  const id = (overrides.id ?? randomUUID()) as AppointmentId;
  const linkToken = deriveLinkToken(linkSecret, id);
  const startAt = new Date(overrides.startAt ?? Date.now());
  const endAt = new Date(overrides.endAt ?? startAt.getTime() + minutes(15));
  const reference = (overrides.reference ?? drawReference()) as AppointmentReference;
  await withOrganisation(organisationId, async ({ db }) => {
    await db.appointment.create({
      data: {
        channel: 'video',
        language: 'nl',
        citizenName: 'Sofie Van Daele',
        email: 'sofie@example.org',
        phraseWords: drawPhrase(overrides.language ?? 'nl'),
        submissionKey: randomUUID(),
        createdAt: new Date(startAt.getTime() - minutes(60 * 24)),
        occupiedFromAt: startAt,
        occupiedUntilAt: endAt,
        ...overrides,
        organisationId,
        id,
        reference,
        teamId,
        seatId,
        startAt,
        endAt,
        linkTokenHash: hashToken(linkToken),
      },
    });
    await db.appointmentService.createMany({
      data: serviceIds.map((serviceId, index) => ({
        organisationId,
        appointmentId: id,
        serviceId,
        position: index + 1,
      })),
    });
  });
  return { id, reference, linkToken };
}
