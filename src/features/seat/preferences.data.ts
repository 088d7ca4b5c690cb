import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffMemberId } from '#journey/ids.ts';

/** As kept: whoever reads it makes it whole. */
export type KeptPreferences = { readonly alerts: unknown; readonly shortcuts: unknown };

export async function readKeptPreferences(
  { db }: OrganisationScope,
  staffMemberId: StaffMemberId,
): Promise<KeptPreferences> {
  const row = await db.staffPreference.findFirst({
    where: { staffMemberId },
    select: { alerts: true, shortcuts: true },
  });
  return row ?? { alerts: null, shortcuts: null };
}

export async function savePreferences(
  { db, organisationId }: OrganisationScope,
  staffMemberId: StaffMemberId,
  change: { readonly alerts?: object; readonly shortcuts?: object },
): Promise<void> {
  await db.staffPreference.upsert({
    where: { organisationId_staffMemberId: { organisationId, staffMemberId } },
    create: { organisationId, staffMemberId, ...change },
    update: change,
    select: { staffMemberId: true },
  });
}
