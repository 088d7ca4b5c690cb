import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LocationId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

export type NamedLocation = {
  readonly id: LocationId;
  readonly name: LocalizedText;
  readonly streetLine: string;
  readonly postalCode: string;
  readonly city: string;
};

export async function listLocations({ db }: OrganisationScope): Promise<readonly NamedLocation[]> {
  const rows = await db.location.findMany({ orderBy: { position: 'asc' } });
  return rows.map(({ id, name, streetLine, postalCode, city }) => ({
    id: id as LocationId,
    name: name as LocalizedText,
    streetLine,
    postalCode,
    city,
  }));
}
