import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { SeatId, TeamId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { endUnavailability } from './availability.data.ts';
import {
  findTeamInConversation,
  findTeamOfSeat,
  freeSeat,
  type OfferedTeam,
  readSeats,
  readSitter,
  saveSeatOfSession,
} from './seats.data.ts';

export type SeatFailure =
  | { readonly code: 'notFound' }
  | { readonly code: 'seatTaken'; readonly clerkName: string }
  /** A running conversation belongs to its team's room: it is ended first. */
  | { readonly code: 'inConversation' };

/** The seats that the clerk may choose from, by team. */
export function listSeats(clock: Clock, actor: StaffActor): Promise<readonly OfferedTeam[]> {
  return withOrganisation(actor.organisationId, (scope) =>
    readSeats(scope, mayDo(actor, 'workAtSeat') ? actor.teamIds : [], new Date(clock.now())),
  );
}

/** Sits down. The database itself is the judge when two clerks want one seat; the clerk's own other browser gives way. */
export async function takeSeat(
  clock: Clock,
  actor: StaffActor,
  seatId: SeatId,
): Promise<Result<null, SeatFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  const now = clock.now();
  try {
    return await withOrganisation(actor.organisationId, (scope) => sitDown(scope, actor, seatId, now));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const clerkName = await withOrganisation(actor.organisationId, (scope) => readSitter(scope, seatId));
    // Whoever sat there may have stood up in between; then the next try succeeds.
    return clerkName === null ? takeSeat(clock, actor, seatId) : fail({ code: 'seatTaken', clerkName });
  }
}

async function sitDown(
  scope: OrganisationScope,
  actor: StaffActor,
  seatId: SeatId,
  now: number,
): Promise<Result<null, SeatFailure>> {
  const teamId = await findTeamOfSeat(scope, seatId, actor.teamIds);
  if (teamId === null) return fail({ code: 'notFound' });
  const speaksIn = await findTeamInConversation(scope, actor.staffMemberId);
  if (speaksIn !== null && speaksIn !== teamId) return fail({ code: 'inConversation' });
  await freeSeat(scope, seatId, actor, new Date(now));
  // Whoever sits down is open, whatever was left behind here or elsewhere.
  await endUnavailability(scope, { seatId }, new Date(now));
  await endUnavailability(scope, { staffMemberId: actor.staffMemberId }, new Date(now));
  await saveSeatOfSession(scope, actor.sessionId, seatId);
  const teams = actor.seat === null ? [teamId] : [teamId, actor.seat.teamId];
  await recordSeat(scope, 'seat.taken', { actor, seatId, teams, now });
  return succeed(null);
}

/** Stands up, so that a colleague can sit there. Not in the middle of a conversation. */
export function leaveSeat(clock: Clock, actor: StaffActor): Promise<Result<null, SeatFailure>> {
  const { seat } = actor;
  return withOrganisation(actor.organisationId, async (scope) => {
    if (seat === null) return succeed(null);
    if ((await findTeamInConversation(scope, actor.staffMemberId)) !== null)
      return fail({ code: 'inConversation' });
    const now = clock.now();
    await saveSeatOfSession(scope, actor.sessionId, null);
    await endUnavailability(scope, { staffMemberId: actor.staffMemberId }, new Date(now));
    await recordSeat(scope, 'seat.left', { actor, seatId: seat.id, teams: [seat.teamId], now });
    return succeed(null);
  });
}

/** Open screens of this clerk follow the team's stream: the event makes them look again at who sits where. */
function recordSeat(
  scope: OrganisationScope,
  type: 'seat.taken' | 'seat.left',
  what: {
    readonly actor: StaffActor;
    readonly seatId: SeatId;
    readonly teams: readonly TeamId[];
    readonly now: number;
  },
): Promise<void> {
  return recordEvent(scope, {
    streams: what.teams.map((teamId) => `team:${teamId}` as const),
    type,
    actor: eventActorOf(what.actor),
    payload: { seatId: what.seatId },
    at: what.now,
  });
}
