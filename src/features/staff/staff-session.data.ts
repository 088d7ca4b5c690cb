import { recordEvent } from '#db/event-log.ts';
import { gatherInLook } from '#db/look.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { CookieToken, SeatId, StaffMemberId, StaffSessionId, TeamId } from '#journey/ids.ts';
import { hashToken } from '#shared/secrets.ts';
import type { StaffClaims } from './staff-claims.ts';

/** A session ends this long after the last sign of life; an open seat is one. */
export const sessionHours = 9;
const extendAfterMinutes = 5;

export type SessionKey = { readonly token: CookieToken; readonly host: string };

/** Takes over what the identity provider says: name, roles and teams, at every sign-on. */
export async function saveStaffMember(
  scope: OrganisationScope,
  claims: StaffClaims,
  now: Date,
): Promise<StaffMemberId> {
  const { organisationId, db } = scope;
  const facts = {
    name: claims.name,
    email: claims.email,
    language: claims.locale,
    roles: claims.roles,
    lastSignOnAt: now,
  };
  const { id: staffMemberId } = await db.staffMember.upsert({
    where: { organisationId_subject: { organisationId, subject: claims.sub } },
    create: { organisationId, subject: claims.sub, ...facts },
    update: facts,
    select: { id: true },
  });
  const teams = await db.team.findMany({ where: { slug: { in: claims.teams } }, select: { id: true } });
  await db.teamMember.deleteMany({ where: { staffMemberId } });
  await db.teamMember.createMany({
    data: teams.map((team) => ({ organisationId, teamId: team.id, staffMemberId })),
  });
  await tellSeats(scope, { staffMemberId }, 'staff.changed', now);
  return staffMemberId as StaffMemberId;
}

export async function findStaffMemberBySubject(scope: OrganisationScope, subject: string) {
  return scope.db.staffMember.findFirst({
    where: { subject },
    select: { id: true, name: true, email: true },
  });
}

export async function findStaffMember(scope: OrganisationScope, staffMemberId: string) {
  return scope.db.staffMember.findFirst({
    where: { id: staffMemberId },
    select: { id: true, name: true, email: true },
  });
}

export async function createStaffSession(
  scope: OrganisationScope,
  staffMemberId: string,
  key: SessionKey,
  now: Date,
) {
  await scope.db.staffSession.create({
    data: {
      organisationId: scope.organisationId,
      staffMemberId,
      tokenHash: hashToken(key.token),
      host: key.host,
      createdAt: now,
      expiresAt: expiryFrom(now),
    },
  });
}

/** Signs off: the row goes, and with it the seat and every open stream of this browser. */
export async function deleteStaffSession(
  scope: OrganisationScope,
  token: CookieToken,
  now: Date,
): Promise<void> {
  const where = { tokenHash: hashToken(token) };
  await tellSeats(scope, where, 'staff.signedOff', now);
  const seated = await scope.db.staffSession.findFirst({
    where: { ...where, seatId: { not: null } },
    select: { staffMemberId: true },
  });
  if (seated !== null)
    await scope.db.unavailability.updateMany({ where: { ...seated, endAt: null }, data: { endAt: now } });
  await scope.db.staffSession.deleteMany({ where });
}

/** Open seats follow their team's stream, supervisors the organisation's: this event makes them look again at what they may see. */
async function tellSeats(
  scope: OrganisationScope,
  where: { readonly tokenHash: Uint8Array<ArrayBuffer> } | { readonly staffMemberId: string },
  type: 'staff.signedOff' | 'staff.changed',
  now: Date,
): Promise<void> {
  const sessions = await scope.db.staffSession.findMany({
    where,
    select: { staffMemberId: true, seat: { select: { teamId: true } } },
  });
  for (const { staffMemberId, seat } of sessions) {
    const organisation = `organisation:${scope.organisationId}` as const;
    await recordEvent(scope, {
      streams: seat === null ? [organisation] : [organisation, `team:${seat.teamId as TeamId}`],
      type,
      actor: { kind: 'staff', id: staffMemberId as StaffMemberId },
      payload: {},
      at: now.getTime(),
    });
  }
}

/**
 * Who is signed on with this cookie at this host, as the database says now; null when nobody is.
 * Being asked is a sign of life: the session's end moves on.
 */
export async function findStaffActor(
  scope: OrganisationScope,
  { token, host }: SessionKey,
  now: Date,
): Promise<StaffActor | null> {
  const tokenHash = Buffer.from(hashToken(token)).toString('base64');
  const actor = await gatherInLook(scope, `staff/${host}`, tokenHash, (hashes) =>
    findStaffActors(scope, hashes, host, now),
  );
  return actor ?? null;
}

const actorFields = {
  id: true,
  tokenHash: true,
  expiresAt: true,
  seat: { select: { id: true, name: true, teamId: true } },
  staffMember: { select: { id: true, name: true, roles: true, teams: { select: { teamId: true } } } },
} as const;

async function findStaffActors(
  scope: OrganisationScope,
  tokenHashes: readonly string[],
  host: string,
  now: Date,
): Promise<ReadonlyMap<string, StaffActor>> {
  const hashes = tokenHashes.map((hash) => Buffer.from(hash, 'base64'));
  const sessions = await scope.db.staffSession.findMany({
    where: { tokenHash: { in: hashes }, host, expiresAt: { gt: now } },
    select: actorFields,
  });
  const soon = expiryFrom(now).getTime() - extendAfterMinutes * 60_000;
  const extended = sessions.filter(({ expiresAt }) => expiresAt.getTime() < soon).map(({ id }) => id);
  if (extended.length > 0) {
    const data = { expiresAt: expiryFrom(now) };
    await scope.db.staffSession.updateMany({ where: { id: { in: extended } }, data });
  }
  return new Map(
    sessions.map(({ id, tokenHash, seat, staffMember }) => [
      Buffer.from(tokenHash).toString('base64'),
      {
        kind: 'staff',
        organisationId: scope.organisationId,
        sessionId: id as StaffSessionId,
        staffMemberId: staffMember.id as StaffMemberId,
        name: staffMember.name,
        roles: staffMember.roles,
        teamIds: staffMember.teams.map((team) => team.teamId as TeamId),
        seat: seat && { id: seat.id as SeatId, name: seat.name, teamId: seat.teamId as TeamId },
      },
    ]),
  );
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + sessionHours * 3_600_000);
}
