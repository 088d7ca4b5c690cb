import { withOrganisation } from '#db/organisation-scope.ts';
import { listTeams, type NamedTeam } from '#features/administration/hours.data.ts';
import {
  listMisfits,
  type MisfitPage,
  type MisfitPlace,
  parsePlace,
  writePlace,
} from '#features/administration/misfits.ts';
import type { StaffActor } from '#journey/actor.ts';
import { type BookableChannel, bookableChannels } from '#journey/appointment-wish.ts';
import { type LocalDate, parseLocalDate } from '#journey/local-time.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { administrationTools } from '../administration-tools.ts';

/** Which part of the list is shown. */
export type UnfitPart = {
  readonly team: NamedTeam | null;
  /** Null is the first page. */
  readonly after: MisfitPlace | null;
};

export type UnfitView = UnfitPart & {
  readonly teams: readonly NamedTeam[];
  readonly page: MisfitPage;
  /** The appointment that gets another time; on this date only, when one was asked for, and on this channel. */
  readonly moved: string | undefined;
  readonly date: LocalDate | null;
  readonly channel: BookableChannel | null;
  readonly saved: string | undefined;
};

/** A page of the appointments to be moved; null for who is no administrator. */
export async function readUnfitView(actor: StaffActor, query: Query): Promise<UnfitView | null> {
  const asked = readQuery(query, ['team', 'after', 'move', 'date', 'channel', 'saved']);
  const teams = await withOrganisation(actor.organisationId, listTeams);
  const team = teams.find(({ slug }) => slug === asked.team) ?? null;
  const after = parsePlace(asked.after);
  const tools = await administrationTools();
  const page = await listMisfits(tools, actor, { teamId: team?.id ?? null, after });
  const date = parseLocalDate(asked.date ?? '') ?? null;
  const channel = bookableChannels.find((known) => known === asked.channel) ?? null;
  return page && { teams, team, after, page, moved: asked.move, date, channel, saved: asked.saved };
}

/** The address of a part of the list, with more. */
export function unfitHref({ team, after }: UnfitPart, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(team !== null && { team: team.slug }),
    ...(after !== null && { after: writePlace(after) }),
    ...more,
  });
  return `/admin/unfit${query.size === 0 ? '' : `?${query}`}${'move' in more ? '#edit' : ''}`;
}
