import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { AbsenceTools, OrganisationPlace } from './absence-tools.ts';
import { readAffected } from './affected.data.ts';
import { type AffectedPlan, lookAtAffected } from './look-at-affected.ts';
import { type AffectedDecision, type SettledAppointment, settleAffected } from './settle-affected.ts';

/** How many are looked at and settled at once: for each all of its free times are read. */
export const mostUnfitAtOnce = 50;

type Forbidden = { readonly code: 'forbidden' };

/** What could become of appointments that no longer fit the hours or the staffing, for an administrator. Changes nothing. */
export async function lookAtUnfit(
  tools: Pick<AbsenceTools, 'clock' | 'readOfferedDays'>,
  actor: StaffActor,
  { id, timeZone }: OrganisationPlace,
  ids: readonly AppointmentId[],
): Promise<Result<readonly AffectedPlan[], Forbidden>> {
  if (!mayDo(actor, 'administer')) return fail({ code: 'forbidden' });
  const now = epochMilliseconds(tools.clock.now());
  const affected = { ids: ids.slice(0, mostUnfitAtOnce) };
  return withOrganisation(id, async (scope) =>
    succeed(await lookAtAffected(scope, tools, { affected, absent: null, now, timeZone })),
  );
}

export type SettledUnfit = {
  readonly settled: readonly SettledAppointment[];
  /** How many decisions were about appointments that were changed by somebody else meanwhile, or began. */
  readonly changedMeanwhile: number;
};

/** Settles them as was decided, with word to the citizens; those that nobody decided about stay as they are. */
export async function settleUnfit(
  tools: AbsenceTools,
  actor: StaffActor,
  organisation: OrganisationPlace,
  decided: readonly AffectedDecision[],
): Promise<Result<SettledUnfit, Forbidden>> {
  if (!mayDo(actor, 'administer')) return fail({ code: 'forbidden' });
  const now = epochMilliseconds(tools.clock.now());
  const decisions = decided.slice(0, mostUnfitAtOnce);
  const affected = { ids: decisions.map(({ id }) => id) };
  const rows = await withOrganisation(organisation.id, (scope) => readAffected(scope, affected, now));
  const settled = await settleAffected(tools, { actor, organisation, affected, now }, rows, decisions);
  return succeed({ settled, changedMeanwhile: decisions.length - settled.length });
}
