import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { holdTeam } from '#db/team-turn.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { SeatId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type EpochMilliseconds, epochMilliseconds, type Interval } from '#journey/time.ts';
import { type AbsenceReason, insertAbsence, listSeats } from './absence.data.ts';
import type { AbsenceTools, OrganisationPlace } from './absence-tools.ts';
import { type AffectedRow, readAffected } from './affected.data.ts';
import { mayPlanAbsence } from './may-plan.ts';
import { type AffectedDecision, type SettledAppointment, settleAffected } from './settle-affected.ts';

export type AbsenceRequest = Interval & {
  readonly seatId: SeatId;
  readonly reason: AbsenceReason;
  readonly decisions: readonly AffectedDecision[];
};

export type SettledAbsence = {
  readonly settled: readonly SettledAppointment[];
  /** Still at the seat: what could not be done, and what came between the preview and now. */
  readonly left: readonly AffectedRow[];
  /** How many decisions were about appointments that were changed by somebody else meanwhile. */
  readonly changedMeanwhile: number;
};

/**
 * Writes an absence down, so that its times are offered to nobody, and then settles appointment by appointment: each in a transaction
 * of its own, looked at again. What cannot be done any more stays as it was, and is said. Sent again, it changes nothing.
 */
export async function settleAbsence(
  tools: AbsenceTools,
  actor: StaffActor,
  organisation: OrganisationPlace,
  request: AbsenceRequest,
): Promise<Result<SettledAbsence, { readonly code: 'notFound' }>> {
  const now = epochMilliseconds(tools.clock.now());
  const begun = { actor, request, timeZone: organisation.timeZone, now };
  const rows = await withOrganisation(organisation.id, (scope) => begin(scope, begun));
  if (rows === null) return fail({ code: 'notFound' });
  const context = { actor, organisation, affected: request, now };
  const settled = await settleAffected(tools, context, rows, request.decisions);
  const left = await withOrganisation(organisation.id, (scope) => readAffected(scope, request, now));
  return succeed({ settled, left, changedMeanwhile: request.decisions.length - settled.length });
}

type Begun = {
  readonly actor: StaffActor;
  readonly request: AbsenceRequest;
  readonly timeZone: string;
  readonly now: EpochMilliseconds;
};

/** From here on nobody gets a time in the absence. Null when there is no such seat, or not for the actor. */
async function begin(
  scope: OrganisationScope,
  { actor, request, timeZone, now }: Begun,
): Promise<readonly AffectedRow[] | null> {
  const [seat] = await listSeats(scope, { seatId: request.seatId });
  if (seat === undefined || !mayPlanAbsence(actor, { ...seat, ...request }, timeZone, now)) return null;
  await holdTeam(scope, seat.teamId);
  const isNew = await insertAbsence(scope, request, now);
  if (isNew)
    await recordEvent(scope, {
      streams: [`team:${seat.teamId}`],
      type: 'absence.planned',
      actor: eventActorOf(actor),
      payload: { seatId: request.seatId, startAt: request.startAt, endAt: request.endAt },
      at: now,
    });
  return readAffected(scope, request, now);
}
