import type { StaffActor } from '#journey/actor.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';

/** Where a clerk works now: a seat of a team that is theirs. */
export type Workplace = { readonly seatId: SeatId; readonly teamId: TeamId };

/** The clerk's workplace; null without a seat, without the role, or when the seat's team is no longer theirs. */
export function workplaceOf(actor: StaffActor): Workplace | null {
  const { seat } = actor;
  if (seat === null || !mayWorkForTeam(actor, seat.teamId)) return null;
  return { seatId: seat.id, teamId: seat.teamId };
}
