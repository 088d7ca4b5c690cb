import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { SeatId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds, type Interval } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import {
  type AbsentSeatChoice,
  type AffectedRow,
  listSeats,
  readAffected,
  readWaiting,
  type WaitingRow,
} from './absence.data.ts';
import type { AbsenceTools, OrganisationPlace } from './absence-tools.ts';
import { mayPlanAbsence, scopeOfAbsence } from './may-plan.ts';
import { type PlannedAppointment, planAbsence } from './plan-absence.ts';

export type AbsencePreview = {
  readonly seat: AbsentSeatChoice;
  /** Who waits right now: they stay in the waiting room of the team, and a colleague can help them. */
  readonly waiting: readonly WaitingRow[];
  /** In order of start. */
  readonly appointments: readonly { readonly facts: AffectedRow; readonly plan: PlannedAppointment }[];
};

/** The seats that the actor may say this of. */
export async function listAbsentSeats(actor: StaffActor): Promise<readonly AbsentSeatChoice[]> {
  const scope = scopeOfAbsence(actor);
  if (scope === 'none') return [];
  const own = scope === 'ownSeatToday' ? (actor.seat?.id ?? null) : null;
  return withOrganisation(actor.organisationId, (inside) => listSeats(inside, own));
}

/** What would happen to each appointment when nobody is at a seat for a while. Changes nothing. */
export async function lookAtAbsence(
  tools: Pick<AbsenceTools, 'clock' | 'readOfferedDays'>,
  actor: StaffActor,
  { id, timeZone }: OrganisationPlace,
  absent: Interval & { readonly seatId: SeatId },
): Promise<Result<AbsencePreview, { readonly code: 'notFound' }>> {
  const now = epochMilliseconds(tools.clock.now());
  if (!mayPlanAbsence(actor, absent, timeZone, now)) return fail({ code: 'notFound' });
  return withOrganisation(id, async (scope) => {
    const [seat] = await listSeats(scope, absent.seatId);
    if (seat === undefined) return fail({ code: 'notFound' });
    const waiting = await readWaiting(scope, absent, now);
    const rows = await readAffected(scope, absent, now);
    const affected = [];
    // One after another: a transaction has one connection.
    for (const row of rows) {
      const days = await tools.readOfferedDays(scope, {
        wish: wishInstead(row, { audience: 'staff' }),
        timeZone,
        now,
      });
      const free = (days ?? []).flatMap(({ morning, afternoon, evening }) => [
        ...morning,
        ...afternoon,
        ...evening,
      ]);
      affected.push({ ...row, free });
    }
    const plan = planAbsence(absent, affected, { now, timeZone });
    const factsOf = new Map(rows.map((row) => [row.id, row]));
    return succeed({
      seat,
      waiting,
      appointments: plan.map((planned) => ({ facts: factsOf.get(planned.id) as AffectedRow, plan: planned })),
    });
  });
}
