import { withOrganisation } from '#db/organisation-scope.ts';
import { listClosedDays, listHours, listTeams, type NamedTeam } from '#features/administration/hours.data.ts';
import type { StoredHours } from '#features/administration/hours.ts';
import { listLocations, type NamedLocation } from '#features/administration/locations.data.ts';
import { listSeats, type StoredSeat } from '#features/administration/seats.data.ts';
import { daysOfWeek, mondayOf, type WeekDay } from '#features/administration/week.ts';
import type { LocalizedText } from '#journey/language.ts';
import {
  addDays,
  type LocalDate,
  localDateAt,
  parseLocalDate,
  type Weekday,
  weekdayOf,
} from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { clock } from '../../../../wiring.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../current-request.ts';

/** What is being changed: a stretch, or a new one on a day. */
export type HoursEdited = {
  readonly hours: StoredHours | null;
  readonly weekday: Weekday;
  /** Null in the usual week. */
  readonly date: LocalDate | null;
};

export type HoursView = {
  readonly teams: readonly NamedTeam[];
  readonly team: NamedTeam;
  readonly locations: readonly NamedLocation[];
  /** Of the team. */
  readonly seats: readonly StoredSeat[];
  /** Null is the usual week. */
  readonly monday: LocalDate | null;
  readonly thisMonday: LocalDate;
  readonly asList: boolean;
  readonly days: readonly WeekDay[];
  readonly closed: ReadonlyMap<LocalDate, LocalizedText>;
  readonly edited: HoursEdited | null;
  readonly saved: string | undefined;
};

/** Everything that the page of opening hours shows; null when there is no team yet. */
export async function readHoursView(query: Query): Promise<HoursView | null> {
  const asked = readQuery(query, ['team', 'week', 'view', 'hours', 'add', 'day', 'saved']);
  const { id, timeZone } = await currentOrganisation();
  const thisMonday = mondayOf(localDateAt(epochMilliseconds(clock.now()), timeZone));
  const week = parseLocalDate(asked.week ?? '');
  const monday = week === undefined ? null : mondayOf(week);
  return withOrganisation(id, async (scope) => {
    const teams = await listTeams(scope);
    const team = teams.find((each) => each.id === asked.team || each.slug === asked.team) ?? teams[0];
    if (team === undefined) return null;
    const hours = await listHours(scope, team.id);
    const closed =
      monday && (await listClosedDays(scope, team.id, { from: monday, until: addDays(monday, 6) }));
    return {
      teams,
      team,
      locations: await listLocations(scope),
      seats: await listSeats(scope, team.id),
      monday,
      thisMonday,
      asList: asked.view === 'list',
      days: daysOfWeek(hours, monday),
      closed: new Map((closed ?? []).map(({ date, name }) => [date, name])),
      edited: findEdited(hours, asked),
      saved: asked.saved,
    };
  });
}

type Asked = { readonly hours?: string; readonly add?: string; readonly day?: string };

function findEdited(all: readonly StoredHours[], { hours, add, day }: Asked): HoursEdited | null {
  const date = parseLocalDate(day ?? '') ?? null;
  const found = all.find(({ id }) => id === hours);
  if (found !== undefined) {
    const weekday = found.weekday as Weekday;
    return { hours: found, weekday, date: date !== null && weekdayOf(date) === weekday ? date : null };
  }
  if (add === undefined) return null;
  const weekday = date === null ? Number(add) : weekdayOf(date);
  return Number.isInteger(weekday) && weekday >= 1 && weekday <= 7
    ? { hours: null, weekday: weekday as Weekday, date }
    : null;
}
