import { z } from 'zod';
import type { SeatId, TeamId } from '#journey/ids.ts';
import { addDays, type LocalDate, localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { findTeamOfSeat } from './absences.data.ts';
import { dayFields, weekFields, weekOfFields } from './day-fields.ts';
import { id, localDate } from './form-fields.ts';
import type { AdministrationTools, Change, Period } from './make-change.ts';
import { listStaffing, writeStaffing } from './staffing.data.ts';
import { planStaffing } from './staffing.ts';

/** How far ahead the effect of a week without end is counted. */
const weeksShown = 4;

/** The week by which a seat is staffed from a date, until another or without end. */
export const staffingForm = z
  .object({
    seat: id<SeatId>(),
    /** Its team, whose appointments are looked at. */
    team: id<TeamId>(),
    from: localDate,
    until: localDate.optional(),
    staffed: z.enum(['week', 'always']),
    ...weekFields,
  })
  .refine(({ from, until }) => until === undefined || from <= until, {
    error: 'dateOrder',
    path: ['until'],
  });

export function changeStaffing(
  { clock, timeZone }: Pick<AdministrationTools, 'clock' | 'timeZone'>,
  form: z.output<typeof staffingForm>,
): Change {
  const { seat, team, from, until = null } = form;
  const today = localDateAt(epochMilliseconds(clock.now()), timeZone);
  return {
    type: 'administration.staffingChanged',
    teamIds: [team],
    counted: { teamId: team, period: countedPeriod(from, until), weekday: null },
    within: until === null ? undefined : [{ from, until }],
    whenConstrained: { code: 'gone' },
    apply: async (scope) => {
      if (from < today) return { refusal: { code: 'datePast', field: 'from' } };
      if ((await findTeamOfSeat(scope, seat)) !== team) return { refusal: { code: 'gone' } };
      const week = form.staffed === 'always' ? null : weekOfFields(form);
      const plan = planStaffing(await listStaffing(scope, seat), { from, until, week });
      if (plan === null) return { refusal: { code: 'nobodyEver', field: dayFields[0] } };
      await writeStaffing(scope, seat, plan);
      return { ids: { seat } };
    },
  };
}

function countedPeriod(from: LocalDate, until: LocalDate | null): Period {
  const last = addDays(from, weeksShown * 7 - 1);
  return { from, until: until !== null && until < last ? until : last };
}
