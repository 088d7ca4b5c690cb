import { mostUnfitAtOnce } from '#features/absence/unfit-appointments.ts';
import {
  listMisfits,
  listMisfitsOf,
  type Misfit,
  type MisfitPlace,
} from '#features/administration/misfits.ts';
import type { StaffActor } from '#journey/actor.ts';
import { type AppointmentId, parseId, type TeamId } from '#journey/ids.ts';
import type { Query } from '../../../../(citizen)/read-query.ts';
import { administrationTools } from '../../administration-tools.ts';
import { readUnfitView, unfitHref } from '../unfit-request.ts';

export type Chosen = {
  /** No more than can be settled at once. */
  readonly misfits: readonly Misfit[];
  readonly hasMore: boolean;
  readonly backHref: string;
};

/** Which appointments were ticked, as far as they do not fit, or the first of the whole list; null for who is no administrator. */
export async function readChosen(actor: StaffActor, query: Query): Promise<Chosen | null> {
  const view = await readUnfitView(actor, query);
  if (view === null) return null;
  const backHref = unfitHref({ team: view.team, after: null });
  const misfits =
    query.all === undefined ? await readAsked(actor, query) : await readAll(actor, view.team?.id ?? null);
  const hasMore = misfits.length > mostUnfitAtOnce;
  return { misfits: misfits.slice(0, mostUnfitAtOnce), hasMore, backHref };
}

async function readAsked(actor: StaffActor, { id }: Query): Promise<readonly Misfit[]> {
  const ids = [id ?? []].flat().flatMap((each) => parseId<AppointmentId>(each) ?? []);
  return listMisfitsOf(await administrationTools(), actor, ids.slice(0, mostUnfitAtOnce));
}

/** Those of the list from its beginning, at least one more than can be settled at once where there are so many. */
async function readAll(actor: StaffActor, teamId: TeamId | null): Promise<readonly Misfit[]> {
  const tools = await administrationTools();
  const misfits: Misfit[] = [];
  let after: MisfitPlace | null = null;
  do {
    const page = await listMisfits(tools, actor, { teamId, after });
    misfits.push(...(page?.misfits ?? []));
    after = page?.next ?? null;
  } while (after !== null && misfits.length <= mostUnfitAtOnce);
  return misfits;
}
