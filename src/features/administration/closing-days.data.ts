import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { LocalDate } from '#journey/local-time.ts';
import { fromLocalDate, toLocalDate } from './dates.ts';
import type { ClosingDay } from './public-holidays.ts';

/** A day on which everybody (`teamId` null) or one team is closed. */
export type StoredClosingDay = ClosingDay & { readonly id: string; readonly teamId: TeamId | null };

export async function listClosingDays(
  { db }: OrganisationScope,
  year: number,
): Promise<readonly StoredClosingDay[]> {
  const date = {
    gte: fromLocalDate(`${year}-01-01` as LocalDate),
    lte: fromLocalDate(`${year}-12-31` as LocalDate),
  };
  const holidays = await db.holiday.findMany({ where: { date } });
  const closures = await db.closure.findMany({ where: { date } });
  return [
    ...holidays.map(({ id, date, name }) => ({
      id,
      date: toLocalDate(date),
      name: name as LocalizedText,
      teamId: null,
    })),
    ...closures.map(({ id, date, reason, teamId }) => ({
      id,
      date: toLocalDate(date),
      name: reason as LocalizedText,
      teamId: teamId as TeamId,
    })),
  ].sort((a, b) => a.date.localeCompare(b.date));
}

/** Adds days; a day on which everybody is closed already stays as it is. */
export async function addHolidays(
  { db, organisationId }: OrganisationScope,
  days: readonly ClosingDay[],
): Promise<void> {
  await db.holiday.createMany({
    data: days.map(({ date, name }) => ({ organisationId, date: fromLocalDate(date), name })),
    skipDuplicates: true,
  });
}

/** @throws a unique violation when the team is closed on that day already */
export async function addClosure(
  { db, organisationId }: OrganisationScope,
  teamId: TeamId,
  { date, name }: ClosingDay,
): Promise<void> {
  await db.closure.create({ data: { organisationId, teamId, date: fromLocalDate(date), reason: name } });
}

export async function hasHoliday({ db }: OrganisationScope, date: LocalDate): Promise<boolean> {
  return (await db.holiday.count({ where: { date: fromLocalDate(date) } })) > 0;
}

/** Takes a day away, whichever kind it is. Gives false when it was gone already. */
export async function removeClosingDay({ db }: OrganisationScope, id: string): Promise<boolean> {
  const holidays = await db.holiday.deleteMany({ where: { id } });
  const closures = await db.closure.deleteMany({ where: { id } });
  return holidays.count + closures.count > 0;
}
