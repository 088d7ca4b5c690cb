import { mostUnfitAtOnce } from '#features/absence/unfit-appointments.ts';
import { listMisfits, type MisfitPlace } from '#features/administration/misfits.ts';
import type { StaffActor } from '#journey/actor.ts';
import { type AppointmentId, parseId, type TeamId } from '#journey/ids.ts';
import type { Query } from '../../../../(citizen)/read-query.ts';
import { administrationTools } from '../../administration-tools.ts';
import { readUnfitView, unfitHref } from '../unfit-request.ts';

export type Chosen = {
  readonly ids: readonly AppointmentId[];
  /** There are more than can be settled at once. */
  readonly hasMore: boolean;
  readonly backHref: string;
};

/** Which appointments were ticked, or the first of the whole list; null for who is no administrator. */
export async function readChosen(actor: StaffActor, query: Query): Promise<Chosen | null> {
  const view = await readUnfitView(actor, query);
  if (view === null) return null;
  const backHref = unfitHref({ team: view.team, after: null });
  const asked = [query.id ?? []].flat().flatMap((id) => parseId<AppointmentId>(id) ?? []);
  const ids = query.all === undefined ? asked : await readAll(actor, view.team?.id ?? null);
  return { ids: ids.slice(0, mostUnfitAtOnce), hasMore: ids.length > mostUnfitAtOnce, backHref };
}

/** Those of the list from its beginning, at least one more than can be settled at once where there are so many. */
async function readAll(actor: StaffActor, teamId: TeamId | null): Promise<readonly AppointmentId[]> {
  const tools = await administrationTools();
  const ids: AppointmentId[] = [];
  let after: MisfitPlace | null = null;
  do {
    const page = await listMisfits(tools, actor, { teamId, after });
    ids.push(...(page?.misfits ?? []).map(({ appointment }) => appointment.id));
    after = page?.next ?? null;
  } while (after !== null && ids.length <= mostUnfitAtOnce);
  return ids;
}
