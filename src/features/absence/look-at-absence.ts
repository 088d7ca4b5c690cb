import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { SeatId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds, type Interval } from '#journey/time.ts';
import { type AbsentSeatChoice, listSeats, readWaiting, type WaitingRow } from './absence.data.ts';
import type { AbsenceTools, OrganisationPlace } from './absence-tools.ts';
import { type AffectedPlan, lookAtAffected } from './look-at-affected.ts';
import { mayPlanAbsence, scopeOfAbsence } from './may-plan.ts';

export type AbsencePreview = {
  readonly seat: AbsentSeatChoice;
  /** Who waits right now: they stay in the waiting room of the team, and a colleague can help them. */
  readonly waiting: readonly WaitingRow[];
  /** In order of start. */
  readonly appointments: readonly AffectedPlan[];
};

/** The seats that the actor may say this of. */
export async function listAbsentSeats(actor: StaffActor): Promise<readonly AbsentSeatChoice[]> {
  const scope = scopeOfAbsence(actor);
  if (scope === 'none') return [];
  const { teamIds } = actor;
  return withOrganisation(actor.organisationId, (inside) =>
    listSeats(inside, scope === 'everySeat' ? {} : { teamIds }),
  );
}

/** What would happen to each appointment when nobody is at a seat for a while. Changes nothing. */
export async function lookAtAbsence(
  tools: Pick<AbsenceTools, 'clock' | 'readOfferedDays'>,
  actor: StaffActor,
  { id, timeZone }: OrganisationPlace,
  absent: Interval & { readonly seatId: SeatId },
): Promise<Result<AbsencePreview, { readonly code: 'notFound' }>> {
  const now = epochMilliseconds(tools.clock.now());
  return withOrganisation(id, async (scope) => {
    const [seat] = await listSeats(scope, { seatId: absent.seatId });
    if (seat === undefined || !mayPlanAbsence(actor, { ...seat, ...absent }, timeZone, now))
      return fail({ code: 'notFound' });
    const waiting = await readWaiting(scope, absent, now);
    const appointments = await lookAtAffected(scope, tools, { affected: absent, absent, now, timeZone });
    return succeed({ seat, waiting, appointments });
  });
}
