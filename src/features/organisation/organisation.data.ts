import { database } from '#db/client.ts';
import type { OrganisationModel } from '#db/generated/models.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { complaintWays, counterHours, type Organisation, privacyContact } from './organisation.ts';

function toOrganisation(row: OrganisationModel): Organisation {
  return {
    ...row,
    id: row.id as OrganisationId,
    counterHours: counterHours.parse(row.counterHours),
    privacyContact: privacyContact.parse(row.privacyContact),
    complaintWays: complaintWays.parse(row.complaintWays),
  };
}

/** The organisation that answers at a host, or null. @param host lower case, without port */
export async function findOrganisationByHost(host: string): Promise<Organisation | null> {
  const row = await database().prisma.organisation.findUnique({ where: { host } });
  return row === null ? null : toOrganisation(row);
}

export async function findOrganisation(id: OrganisationId): Promise<Organisation | null> {
  const row = await database().prisma.organisation.findUnique({ where: { id } });
  return row === null ? null : toOrganisation(row);
}

/** All organisations, for jobs that visit each in turn. */
export async function listOrganisations(): Promise<readonly Organisation[]> {
  return (await database().prisma.organisation.findMany({ orderBy: { slug: 'asc' } })).map(toOrganisation);
}
