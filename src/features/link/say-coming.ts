import { writeHeard } from '#db/heard-from.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { findLivingLink, isOver } from './living-link.ts';

export type ComingFailure = {
  /** No such link; or the appointment took place, or will not. */
  readonly code: 'unknown' | 'over';
};

/**
 * Whoever holds the link says to be coming. It opens nothing and gives no rights, so that it can be said in any browser. Said again,
 * it changes nothing.
 */
export async function sayComing(
  clock: Clock,
  organisationId: OrganisationId,
  token: string,
): Promise<Result<'coming', ComingFailure>> {
  return withOrganisation(organisationId, async (scope) => {
    const found = await findLivingLink(scope, token, clock.now());
    if (found === null) return fail({ code: 'unknown' });
    await holdAppointment(scope, found.id);
    const { id, teamId, stage } = (await findLivingLink(scope, token, clock.now())) ?? found;
    if (isOver(stage)) return fail({ code: 'over' });
    const at = epochMilliseconds(clock.now());
    await writeHeard(scope, { appointmentId: id, teamId, by: { kind: 'citizen', id }, how: 'coming', at });
    return succeed('coming');
  });
}
