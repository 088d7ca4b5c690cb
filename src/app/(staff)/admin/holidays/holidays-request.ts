import { withOrganisation } from '#db/organisation-scope.ts';
import { listClosingDays, type StoredClosingDay } from '#features/administration/closing-days.data.ts';
import { listTeams, type NamedTeam } from '#features/administration/hours.data.ts';
import { type HolidayCountry, holidayCountries } from '#features/administration/public-holidays.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { clock } from '../../../../wiring.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../current-request.ts';

/** What is being added: a day of one's own, or the holidays of a country. */
export type Adding = 'own' | HolidayCountry;

export type HolidaysView = {
  readonly year: number;
  readonly days: readonly StoredClosingDay[];
  readonly teams: readonly NamedTeam[];
  /** Chosen on the page that led here. */
  readonly teamSlug: string | undefined;
  readonly adding: Adding | null;
  readonly saved: string | undefined;
};

const addings: readonly Adding[] = ['own', ...holidayCountries];

export async function readHolidaysView(query: Query): Promise<HolidaysView> {
  const asked = readQuery(query, ['year', 'team', 'add', 'saved']);
  const { id, timeZone } = await currentOrganisation();
  const thisYear = Number(localDateAt(epochMilliseconds(clock.now()), timeZone).slice(0, 4));
  const year = /^2[01]\d\d$/.test(asked.year ?? '') ? Number(asked.year) : thisYear;
  const adding = addings.find((each) => each === asked.add) ?? (asked.team === undefined ? null : 'own');
  return withOrganisation(id, async (scope) => ({
    year,
    days: await listClosingDays(scope, year),
    teams: await listTeams(scope),
    teamSlug: asked.team,
    adding,
    saved: asked.saved,
  }));
}
