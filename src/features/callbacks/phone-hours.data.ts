import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { TeamId } from '#journey/ids.ts';
import type { LocalDate, Weekday } from '#journey/local-time.ts';

/** When a team's telephone is open: its week, and the dates on which it is closed. */
export type PhoneHours = {
  readonly weekly: readonly {
    readonly weekday: Weekday;
    readonly opensAtMinute: number;
    readonly closesAtMinute: number;
    readonly validFrom: LocalDate | null;
    readonly validUntil: LocalDate | null;
  }[];
  readonly closures: readonly LocalDate[];
};

export async function readPhoneHours({ db }: OrganisationScope, teamId: TeamId): Promise<PhoneHours> {
  const weekly = await db.openingHours.findMany({
    where: { teamId, channel: 'phone' },
    select: { weekday: true, opensAtMinute: true, closesAtMinute: true, validFrom: true, validUntil: true },
  });
  const closures = await db.closure.findMany({ where: { teamId }, select: { date: true } });
  const holidays = await db.holiday.findMany({ select: { date: true } });
  return {
    weekly: weekly.map(({ weekday, validFrom, validUntil, ...minutes }) => ({
      ...minutes,
      weekday: weekday as Weekday,
      validFrom: validFrom && dateOf(validFrom),
      validUntil: validUntil && dateOf(validUntil),
    })),
    closures: [...closures, ...holidays].map(({ date }) => dateOf(date)),
  };
}

/** The teams whose telephone is open at some time: there people can ask to be called. */
export async function listPhoneTeams({ db }: OrganisationScope): Promise<ReadonlySet<TeamId>> {
  const rows = await db.openingHours.findMany({
    where: { channel: 'phone' },
    distinct: ['teamId'],
    select: { teamId: true },
  });
  return new Set(rows.map(({ teamId }) => teamId as TeamId));
}

/** Dates come from the database as midnight in UTC. */
function dateOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10) as LocalDate;
}
