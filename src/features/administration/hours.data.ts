import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LocationId, SeatId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { LocalDate } from '#journey/local-time.ts';
import { fromLocalDate, toLocalDate } from './dates.ts';
import type { Hours, HoursPlan, StoredHours } from './hours.ts';

export type NamedTeam = { readonly id: TeamId; readonly slug: string; readonly name: LocalizedText };

export async function listTeams({ db }: OrganisationScope): Promise<readonly NamedTeam[]> {
  const rows = await db.team.findMany({
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true, name: true },
  });
  return rows.map(({ id, slug, name }) => ({ id: id as TeamId, slug, name: name as LocalizedText }));
}

export async function listHours({ db }: OrganisationScope, teamId: TeamId): Promise<readonly StoredHours[]> {
  const rows = await db.openingHours.findMany({
    where: { teamId },
    orderBy: [{ weekday: 'asc' }, { opensAtMinute: 'asc' }, { channel: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    weekday: row.weekday,
    fromMinute: row.opensAtMinute,
    untilMinute: row.closesAtMinute,
    channel: row.channel,
    locationId: row.locationId as LocationId | null,
    seatIds: row.seatIds as SeatId[],
    validFrom: row.validFrom && toLocalDate(row.validFrom),
    validUntil: row.validUntil && toLocalDate(row.validUntil),
  }));
}

/** Days on which the team receives nobody: its own closures and everybody's holidays. */
export async function listClosedDays(
  { db }: OrganisationScope,
  teamId: TeamId,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly { readonly date: LocalDate; readonly name: LocalizedText }[]> {
  const date = { gte: fromLocalDate(from), lte: fromLocalDate(until) };
  const holidays = await db.holiday.findMany({ where: { date }, select: { date: true, name: true } });
  const closures = await db.closure.findMany({
    where: { date, teamId },
    select: { date: true, reason: true },
  });
  return [...holidays, ...closures.map(({ date, reason }) => ({ date, name: reason }))]
    .map(({ date, name }) => ({ date: toLocalDate(date), name: name as LocalizedText }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

export async function writeHours(
  { db, organisationId }: OrganisationScope,
  teamId: TeamId,
  { remove, add }: HoursPlan,
): Promise<void> {
  await db.openingHours.deleteMany({ where: { id: { in: [...remove] }, teamId } });
  await db.openingHours.createMany({
    data: add.map((hours) => ({ ...toRow(hours), organisationId, teamId })),
  });
}

function toRow(hours: Hours) {
  const { weekday, fromMinute, untilMinute, channel, locationId, seatIds, validFrom, validUntil } = hours;
  return {
    weekday,
    channel,
    locationId,
    seatIds: [...seatIds],
    opensAtMinute: fromMinute,
    closesAtMinute: untilMinute,
    validFrom: validFrom && fromLocalDate(validFrom),
    validUntil: validUntil && fromLocalDate(validUntil),
  };
}
