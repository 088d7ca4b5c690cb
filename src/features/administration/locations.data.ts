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

type LocationWords = Omit<NamedLocation, 'id'>;

/** Writes a building; a new one stands last. Gives its id, or null when it is gone. */
export async function writeLocation(
  { db, organisationId }: OrganisationScope,
  id: LocationId | null,
  words: LocationWords,
): Promise<string | null> {
  if (id !== null) {
    const { count } = await db.location.updateMany({ where: { id }, data: words });
    return count === 0 ? null : id;
  }
  const last = await db.location.aggregate({ _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  return (await db.location.create({ data: { ...words, organisationId, position }, select: { id: true } }))
    .id;
}

/** Takes a building away, unless seats or hours are tied to it. */
export async function removeLocation(
  { db }: OrganisationScope,
  id: LocationId,
): Promise<'removed' | 'inUse'> {
  const seats = await db.seat.count({ where: { locationId: id } });
  const hours = await db.openingHours.count({ where: { locationId: id } });
  if (seats + hours > 0) return 'inUse';
  await db.location.deleteMany({ where: { id } });
  return 'removed';
}
