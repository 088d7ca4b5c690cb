import { isExclusionViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { holdTeam } from '#db/team-turn.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId, SeatId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type EpochMilliseconds, epochMilliseconds, type Interval } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import {
  type AbsenceReason,
  type AffectedRow,
  insertAbsence,
  listSeats,
  readAffected,
  readSeatName,
  writeSeat,
} from './absence.data.ts';
import type { AbsenceTools, OrganisationPlace } from './absence-tools.ts';
import { mayPlanAbsence } from './may-plan.ts';

/** What somebody decided about an appointment. */
export type AbsenceDecision = {
  readonly id: AppointmentId;
  readonly does: 'sameTime' | 'cancel' | { readonly startAt: EpochMilliseconds };
};

export type AbsenceRequest = Interval & {
  readonly seatId: SeatId;
  readonly reason: AbsenceReason;
  readonly decisions: readonly AbsenceDecision[];
};

/** What became of an appointment. `notDone` is as it was before: the time was gone meanwhile, or something else. */
export type SettledAppointment = {
  readonly facts: AffectedRow;
  readonly done:
    | { readonly kind: 'sameTime'; readonly seatName: string }
    | { readonly kind: 'moved'; readonly startAt: EpochMilliseconds }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'notDone' };
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
  if (!mayPlanAbsence(actor, request, organisation.timeZone, now)) return fail({ code: 'notFound' });
  const affected = await withOrganisation(organisation.id, (scope) => begin(scope, actor, request, now));
  if (affected === null) return fail({ code: 'notFound' });
  const settled: SettledAppointment[] = [];
  for (const decision of request.decisions) {
    const facts = affected.find(({ id }) => id === decision.id);
    if (facts === undefined) continue;
    const done = await settleOne(tools, { actor, organisation, request, now }, facts, decision.does);
    settled.push({ facts, done });
  }
  const left = await withOrganisation(organisation.id, (scope) => readAffected(scope, request, now));
  return succeed({ settled, left, changedMeanwhile: request.decisions.length - settled.length });
}

/** From here on nobody gets a time in the absence. Null when there is no such seat. */
async function begin(
  scope: OrganisationScope,
  actor: StaffActor,
  request: AbsenceRequest,
  now: EpochMilliseconds,
): Promise<readonly AffectedRow[] | null> {
  const [seat] = await listSeats(scope, request.seatId);
  if (seat === undefined) return null;
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

type Context = {
  readonly actor: StaffActor;
  readonly organisation: OrganisationPlace;
  readonly request: AbsenceRequest;
  readonly now: EpochMilliseconds;
};

async function settleOne(
  tools: AbsenceTools,
  context: Context,
  { id }: AffectedRow,
  does: AbsenceDecision['does'],
): Promise<SettledAppointment['done']> {
  const { actor, organisation } = context;
  const notDone = { kind: 'notDone' } as const;
  if (does === 'sameTime') return (await keepTime(tools, context, id)) ?? notDone;
  if (does === 'cancel') {
    const cancelled = await tools.cancel(actor, id);
    return cancelled.ok ? { kind: 'cancelled' } : notDone;
  }
  const moved = await tools.move(actor, organisation, { appointmentId: id, startAt: does.startAt });
  return moved.ok ? { kind: 'moved', startAt: does.startAt } : notDone;
}

/** More than seats that any team has. */
const mostTries = 10;

/** The same time at another seat: the citizen notices nothing, and is not told. Null when no seat is free any more. */
async function keepTime(
  tools: AbsenceTools,
  context: Context,
  id: AppointmentId,
): Promise<SettledAppointment['done'] | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withOrganisation(context.organisation.id, (scope) =>
        keepInside(scope, tools, context, id),
      );
    } catch (error) {
      if (!isExclusionViolation(error) || tries === mostTries) throw error;
    }
  }
}

async function keepInside(
  scope: OrganisationScope,
  tools: AbsenceTools,
  { actor, organisation, request, now }: Context,
  id: AppointmentId,
): Promise<SettledAppointment['done'] | null> {
  const [before] = await readAffected(scope, request, now, id);
  if (before === undefined) return null;
  await holdTeam(scope, before.teamId);
  await holdAppointment(scope, id);
  const [row] = await readAffected(scope, request, now, id);
  if (row === undefined) return null;
  const { timeZone } = organisation;
  const time = await tools.readServiceTime(scope, {
    wish: wishInstead(row, { audience: 'staff' }),
    timeZone,
    startAt: row.startAt,
    now,
  });
  if (time?.answer.kind !== 'free') return null;
  const { seatId } = time.answer;
  await writeSeat(scope, id, seatId);
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${row.teamId}`],
    type: 'appointment.reassigned',
    actor: eventActorOf(actor),
    payload: { appointmentId: id, seatId },
    at: now,
  });
  return { kind: 'sameTime', seatName: await readSeatName(scope, seatId) };
}
