import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Availability, PauseReason, WantedAvailability } from '#journey/availability.ts';
import type { SeatId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { SeatColleague } from '#journey/live-views.ts';

type SeatedRow = {
  readonly seatId: SeatId;
  readonly seatName: string;
  readonly clerkId: StaffMemberId;
  readonly clerkName: string;
  readonly isSpeaking: boolean;
  readonly reason: PauseReason | 'other' | 'endOfDay' | null;
  readonly words: string | null;
  readonly since: number | null;
};

/** Who sits at the team's seats now, in the order of the seats. One query: every open seat asks it at every change. */
export async function readSeated(
  { db, organisationId }: OrganisationScope,
  teamId: TeamId,
  now: number,
): Promise<readonly SeatColleague[]> {
  const rows = await db.$queryRaw<SeatedRow[]>`
    select s.id as "seatId", s.name as "seatName", m.id as "clerkId", m.name as "clerkName",
      exists (select from "Conversation" c where c."organisationId" = s."organisationId" and c."clerkId" = m.id
        and c.state = 'admitted' and c."appointmentId" is not null) as "isSpeaking",
      u.reason::text as reason, u.words, floor(extract(epoch from u."startAt") * 1000)::float8 as since
    from "Seat" s
    join "StaffSession" n on n."organisationId" = s."organisationId" and n."seatId" = s.id and n."expiresAt" > ${new Date(now)}
    join "StaffMember" m on m."organisationId" = n."organisationId" and m.id = n."staffMemberId"
    left join "Unavailability" u on u."organisationId" = s."organisationId" and u."seatId" = s.id
      and u."staffMemberId" = m.id and u."endAt" is null
    where s."organisationId" = ${organisationId}::uuid and s."teamId" = ${teamId}::uuid
    order by s.position, s.id`;
  return rows.map((row) => ({
    seatId: row.seatId,
    seatName: row.seatName,
    clerk: { id: row.clerkId, name: row.clerkName },
    isSpeaking: row.isSpeaking,
    availability: availabilityOf(row),
  }));
}

function availabilityOf({ reason, words, since }: SeatedRow): Availability {
  if (reason === null || since === null) return { state: 'open' };
  if (reason === 'endOfDay') return { state: 'closed', since };
  return reason === 'other'
    ? { state: 'paused', reason, words: words ?? '', since }
    : { state: 'paused', reason, since };
}

/** Ends whatever keeps people away from a seat, or from a clerk wherever they sat. @returns whether something did */
export async function endUnavailability(
  { db }: OrganisationScope,
  of: { readonly seatId: SeatId } | { readonly staffMemberId: StaffMemberId },
  at: Date,
): Promise<boolean> {
  const { count } = await db.unavailability.updateMany({
    where: { ...of, endAt: null },
    data: { endAt: at },
  });
  return count > 0;
}

/** Throws a unique violation when the seat is unavailable already. */
export async function startUnavailability(
  { db, organisationId }: OrganisationScope,
  place: { readonly seatId: SeatId; readonly staffMemberId: StaffMemberId },
  wanted: Exclude<WantedAvailability, { state: 'open' }>,
  at: Date,
): Promise<void> {
  await db.unavailability.create({
    data: {
      organisationId,
      ...place,
      reason: wanted.state === 'closed' ? 'endOfDay' : wanted.reason,
      words: wanted.state === 'paused' && wanted.reason === 'other' ? wanted.words : null,
      startAt: at,
    },
  });
}
