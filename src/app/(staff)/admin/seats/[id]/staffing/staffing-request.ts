import { withOrganisation } from '#db/organisation-scope.ts';
import { listHours, listTeams, type NamedTeam } from '#features/administration/hours.data.ts';
import { openWeekOf } from '#features/administration/open-week.ts';
import { listSeats, type StoredSeat } from '#features/administration/seats.data.ts';
import { listStaffing } from '#features/administration/staffing.data.ts';
import {
  periodOn,
  type StaffedDay,
  type StaffingPeriod,
  staffingPeriods,
} from '#features/administration/staffing.ts';
import { type LocalDate, localDateAt, parseLocalDate } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { clock } from '../../../../../../wiring.ts';
import { type Query, readQuery } from '../../../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../../../current-request.ts';

export type StaffingView = {
  readonly seat: StoredSeat;
  readonly team: NamedTeam;
  readonly today: LocalDate;
  /** Those that are not over. */
  readonly periods: readonly StaffingPeriod[];
  /** The one that is shown and changed; of a new one, whose week it begins with. */
  readonly chosen: StaffingPeriod;
  /** In which hours somebody works then: those of the team where it is staffed always. */
  readonly worked: readonly StaffedDay[];
  readonly isNew: boolean;
  /** Nobody asked for one yet: it is the one that holds now. */
  readonly isIdle: boolean;
  readonly saved: string | undefined;
};

/** Everything that the page of a seat's staffing shows; null when there is no such seat. */
export async function readStaffingView(seatId: string, query: Query): Promise<StaffingView | null> {
  const asked = readQuery(query, ['period', 'add', 'saved']);
  const { id, timeZone } = await currentOrganisation();
  const today = localDateAt(epochMilliseconds(clock.now()), timeZone);
  return withOrganisation(id, async (scope) => {
    const seat = (await listSeats(scope)).find((each) => each.id === seatId);
    const team = (await listTeams(scope)).find((each) => each.id === seat?.teamId);
    if (seat === undefined || team === undefined) return null;
    const periods = staffingPeriods(await listStaffing(scope, seat.id)).filter(
      ({ until }) => until === null || until >= today,
    );
    const date = parseLocalDate(asked.period ?? '');
    const chosen = periodOn(periods, date !== undefined && date > today ? date : today);
    const worked = chosen.isAlways ? openWeekOf(await listHours(scope, team.id), seat) : chosen.week;
    const isNew = asked.add !== undefined;
    const isIdle = !isNew && (date === undefined || asked.saved !== undefined);
    return { seat, team, today, periods, chosen, worked, isNew, isIdle, saved: asked.saved };
  });
}
