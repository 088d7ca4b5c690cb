import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { listLocations, type NamedLocation } from '#features/administration/locations.data.ts';
import {
  listSeats,
  listTeamsWithCapacity,
  nextPosition,
  type StoredSeat,
  type StoredTeam,
} from '#features/administration/seats.data.ts';
import { listServices, type StoredService } from '#features/administration/services.data.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../current-request.ts';

/** What the column changes. */
export type SeatEdited =
  | {
      readonly kind: 'seat';
      readonly team: StoredTeam;
      readonly seat: StoredSeat | null;
      readonly position: number;
    }
  | { readonly kind: 'team'; readonly team: StoredTeam | null };

export type SeatsView = {
  readonly teams: readonly StoredTeam[];
  readonly seats: readonly StoredSeat[];
  readonly locations: readonly NamedLocation[];
  readonly services: readonly StoredService[];
  readonly edited: SeatEdited | null;
  readonly saved: string | undefined;
};

type Asked = { readonly [Key in 'team' | 'seat' | 'add']?: string };

export async function readSeatsView(query: Query): Promise<SeatsView> {
  const asked = readQuery(query, ['team', 'seat', 'add', 'saved']);
  const { id } = await currentOrganisation();
  return withOrganisation(id, async (scope) => {
    const teams = await listTeamsWithCapacity(scope);
    const seats = await listSeats(scope);
    return {
      teams,
      seats,
      locations: await listLocations(scope),
      services: await listServices(scope),
      edited: await findEdited(scope, { teams, seats }, asked),
      saved: asked.saved,
    };
  });
}

async function findEdited(
  scope: OrganisationScope,
  { teams, seats }: Pick<SeatsView, 'teams' | 'seats'>,
  asked: Asked,
): Promise<SeatEdited | null> {
  if (asked.add === 'team') return { kind: 'team', team: null };
  const seat = seats.find(({ id }) => id === asked.seat);
  const team = teams.find(({ id }) => id === (seat?.teamId ?? asked.team));
  if (team === undefined) return null;
  if (seat !== undefined) return { kind: 'seat', team, seat, position: seat.position };
  if (asked.add === 'seat')
    return { kind: 'seat', team, seat: null, position: await nextPosition(scope, team.id) };
  return { kind: 'team', team };
}
