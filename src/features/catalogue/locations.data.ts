import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LocationId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { localizedText } from '#journey/localized-text.ts';

/** A building where a team receives people at the counter. */
export type CounterLocation = {
  readonly id: LocationId;
  readonly name: LocalizedText;
  /** "Graanmarkt 4, 9000 Leiebeke". */
  readonly address: string;
};

/** Where a team has a counter: the buildings of its seats, in the organisation's order. */
export async function listCounterLocations(
  { db }: OrganisationScope,
  teamId: TeamId,
): Promise<readonly CounterLocation[]> {
  const rows = await db.location.findMany({
    where: { seats: { some: { teamId, retiredAt: null, channels: { has: 'counter' } } } },
    select: { id: true, name: true, streetLine: true, postalCode: true, city: true },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ id, name, streetLine, postalCode, city }) => ({
    id: id as LocationId,
    name: localizedText.parse(name),
    address: `${streetLine}, ${postalCode} ${city}`,
  }));
}
