import { withOrganisation } from '#db/organisation-scope.ts';
import { readRunningDay } from '#db/running-day.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { FoundAppointment } from './found-appointment.ts';
import { matchCaller } from './match-caller.ts';
import { readQueueRows } from './queue.data.ts';
import { type Candidate, readCandidates } from './search.data.ts';
import { readTurns, toEntry } from './seat-entry.ts';
import { workplaceOf } from './workplace.ts';

export type SearchFailure = { readonly code: 'notFound' };

/** More than this nobody reads while somebody is on the telephone. */
const mostFound = 10;

/**
 * The appointments of the clerk's team that fit what somebody says on the telephone, the likeliest first. What was typed is kept nowhere.
 * @param typed as typed: a phrase, a name, a reference, the last digits of a number
 */
export async function searchAppointments(
  clock: Clock,
  actor: StaffActor,
  typed: string,
): Promise<Result<readonly FoundAppointment[], SearchFailure>> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  const now = clock.now();
  const { teamId } = workplace;
  return withOrganisation(actor.organisationId, async (scope) => {
    const found = rank(await readCandidates(scope, teamId, { now, typed }), typed);
    if (found.length === 0) return succeed([]);
    const rows = await readQueueRows(scope, { teamId, ids: found.map(({ id }) => id), now });
    const turns = readTurns(await readRunningDay(scope, teamId, now), now);
    const entries = new Map(rows.map((row) => [row.id as AppointmentId, toEntry(row, turns, now)]));
    return succeed(
      found.flatMap(({ id, phraseWords }) => {
        const entry = entries.get(id);
        return entry === undefined ? [] : [{ entry, phraseWords }];
      }),
    );
  });
}

function rank(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  const fitting = candidates.flatMap((candidate) => {
    const rank = matchCaller(typed, candidate);
    return rank === 0 ? [] : [{ candidate, rank }];
  });
  // The order of time stays among those that fit as well.
  return fitting
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostFound)
    .map(({ candidate }) => candidate);
}
