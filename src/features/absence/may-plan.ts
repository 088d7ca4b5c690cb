import type { StaffActor } from '#journey/actor.ts';
import type { TeamId } from '#journey/ids.ts';
import { localDateAt, periodOfDates } from '#journey/local-time.ts';
import { mayDo } from '#journey/permissions.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';

/** Of which seats somebody may say this: of every one, of those of the own teams for the rest of today (the own one, or that of a colleague who fell ill), or of none. */
export function scopeOfAbsence(actor: StaffActor): 'everySeat' | 'ownTeamsToday' | 'none' {
  if (mayDo(actor, 'planAnyAbsence')) return 'everySeat';
  return mayDo(actor, 'planOwnAbsence') && actor.teamIds.length > 0 ? 'ownTeamsToday' : 'none';
}

/** Whether the actor may say that nobody will be at a seat of this team until then. */
export function mayPlanAbsence(
  actor: StaffActor,
  { teamId, endAt }: Pick<Interval, 'endAt'> & { readonly teamId: TeamId },
  timeZone: string,
  now: EpochMilliseconds,
): boolean {
  const scope = scopeOfAbsence(actor);
  if (scope !== 'ownTeamsToday') return scope === 'everySeat';
  const today = localDateAt(now, timeZone);
  return actor.teamIds.includes(teamId) && endAt <= periodOfDates(today, today, timeZone).endAt;
}
