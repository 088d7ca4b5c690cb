import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId, StaffMemberId, StaffSessionId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

export type OfferedSeat = {
  readonly id: SeatId;
  readonly name: string;
  /** Who sits there now; null when it is free. */
  readonly takenBy: { readonly id: StaffMemberId; readonly name: string } | null;
};
export type OfferedTeam = {
  readonly id: TeamId;
  readonly name: LocalizedText;
  readonly seats: readonly OfferedSeat[];
};

/** The seats of these teams and who sits where. */
export async function readSeats(
  scope: OrganisationScope,
  teamIds: readonly TeamId[],
  now: Date,
): Promise<readonly OfferedTeam[]> {
  const rows = await scope.db.team.findMany({
    where: { id: { in: [...teamIds] } },
    orderBy: { slug: 'asc' },
    select: {
      id: true,
      name: true,
      seats: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          name: true,
          sessions: {
            where: { expiresAt: { gt: now } },
            select: { staffMember: { select: { id: true, name: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ id, name, seats }) => ({
    id: id as TeamId,
    name: name as LocalizedText,
    seats: seats.map((seat) => ({
      id: seat.id as SeatId,
      name: seat.name,
      takenBy: (seat.sessions[0]?.staffMember as OfferedSeat['takenBy'] | undefined) ?? null,
    })),
  }));
}

/** The team of a seat, when it is one of these teams. */
export async function findTeamOfSeat(
  scope: OrganisationScope,
  seatId: SeatId,
  teamIds: readonly TeamId[],
): Promise<TeamId | null> {
  const seat = await scope.db.seat.findFirst({
    where: { id: seatId, teamId: { in: [...teamIds] } },
    select: { teamId: true },
  });
  return seat === null ? null : (seat.teamId as TeamId);
}

/** Who sits on a seat; null when nobody does. */
export async function readSitter(scope: OrganisationScope, seatId: SeatId): Promise<string | null> {
  const session = await scope.db.staffSession.findFirst({
    where: { seatId },
    select: { staffMember: { select: { name: true } } },
  });
  return session?.staffMember.name ?? null;
}

/** The team in whose room the clerk is in conversation; null when in none. */
export async function findTeamInConversation(
  scope: OrganisationScope,
  clerkId: StaffMemberId,
): Promise<TeamId | null> {
  const running = await scope.db.conversation.findFirst({
    where: { clerkId, state: 'admitted', appointmentId: { not: null } },
    select: { teamId: true },
  });
  return running === null ? null : (running.teamId as TeamId);
}

/** Frees a seat from sessions that have run out, and from the clerk's own session in another browser. */
export async function freeSeat(
  scope: OrganisationScope,
  seatId: SeatId,
  own: { readonly sessionId: StaffSessionId; readonly staffMemberId: StaffMemberId },
  now: Date,
): Promise<void> {
  await scope.db.staffSession.updateMany({
    where: {
      seatId,
      OR: [{ expiresAt: { lte: now } }, { staffMemberId: own.staffMemberId, id: { not: own.sessionId } }],
    },
    data: { seatId: null },
  });
}

/** Puts the clerk's session on a seat, or on none. Throws a unique violation when somebody sits there. */
export async function saveSeatOfSession(
  scope: OrganisationScope,
  sessionId: StaffSessionId,
  seatId: SeatId | null,
): Promise<void> {
  await scope.db.staffSession.updateMany({ where: { id: sessionId }, data: { seatId } });
}
