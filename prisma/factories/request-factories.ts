import { randomUUID } from 'node:crypto';
import type { Prisma } from '#db/generated/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  OrganisationId,
  RequestId,
  RequestStatementId,
  ServiceId,
} from '#journey/ids.ts';

const text = (words: string) => ({ nl: words, fr: words, en: words, de: words });

const texts = {
  title: text('Bewijzen wie u bent'),
  purpose: text('Zo weten wij zeker dat wij uw gegevens aan u geven.'),
  basis: text('Artikel 6, lid 1, e) van de AVG'),
};

/** What a service states that may be asked: to identify oneself, unless told otherwise. */
export async function createRequestStatement(
  organisationId: OrganisationId,
  serviceId: ServiceId,
  overrides: Partial<Prisma.RequestStatementUncheckedCreateInput> = {},
): Promise<{ id: RequestStatementId }> {
  const data: Prisma.RequestStatementUncheckedCreateInput = {
    ...texts,
    kind: 'identify',
    position: 1,
    isMandatory: true,
    keptDays: 30,
    settings: { level: 'substantial' },
    ...overrides,
    organisationId,
    serviceId,
  };
  const row = await withOrganisation(organisationId, ({ db }) =>
    db.requestStatement.create({ data, select: { id: true } }),
  );
  return { id: row.id as RequestStatementId };
}

/** Something asked of the citizen of an appointment, just sent unless told otherwise. */
export async function createRequest(
  organisationId: OrganisationId,
  about: { readonly appointmentId: AppointmentId; readonly serviceId: ServiceId },
  overrides: Partial<Prisma.RequestUncheckedCreateInput> = {},
): Promise<{ id: RequestId }> {
  const data: Prisma.RequestUncheckedCreateInput = {
    ...texts,
    statementId: randomUUID(),
    kind: 'identify',
    state: 'sent',
    isMandatory: true,
    minimumLevel: 'none',
    keptDays: 30,
    settings: { level: 'substantial' },
    askedAt: new Date(),
    ...overrides,
    ...about,
    organisationId,
  };
  const row = await withOrganisation(organisationId, ({ db }) =>
    db.request.create({ data, select: { id: true } }),
  );
  return { id: row.id as RequestId };
}
