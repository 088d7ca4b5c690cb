import { isExclusionViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { holdTeam } from '#db/team-turn.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import type { AbsenceTools, OrganisationPlace } from './absence-tools.ts';
import { type Affected, type AffectedRow, readAffected, readSeatName, writeSeat } from './affected.data.ts';

/** What somebody decided about an appointment. */
export type AffectedDecision = {
  readonly id: AppointmentId;
  readonly does:
    | 'sameTime'
    | 'cancel'
    /** With a channel, it changes that too. */
    | { readonly startAt: EpochMilliseconds; readonly channel?: 'phone' };
};

/** What became of an appointment. `notDone` is as it was before: the time was gone meanwhile, or something else. */
export type SettledAppointment = {
  readonly facts: AffectedRow;
  readonly done:
    | { readonly kind: 'sameTime'; readonly seatName: string }
    | { readonly kind: 'moved' | 'byPhone'; readonly startAt: EpochMilliseconds }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'notDone' };
};

export type SettlingContext = {
  readonly actor: StaffActor;
  readonly organisation: OrganisationPlace;
  /** What was shown: an appointment that is not among these is left alone. */
  readonly affected: Affected;
  readonly now: EpochMilliseconds;
};

/** Settles them as was decided, each in a transaction of its own and looked at again. What cannot be done any more stays as it was, and is said; what is not among them is left out. */
export async function settleAffected(
  tools: AbsenceTools,
  context: SettlingContext,
  rows: readonly AffectedRow[],
  decisions: readonly AffectedDecision[],
): Promise<readonly SettledAppointment[]> {
  const settled: SettledAppointment[] = [];
  for (const decision of decisions) {
    const facts = rows.find(({ id }) => id === decision.id);
    if (facts !== undefined)
      settled.push({ facts, done: await settleOne(tools, context, facts, decision.does) });
  }
  return settled;
}

async function settleOne(
  tools: AbsenceTools,
  context: SettlingContext,
  { id }: AffectedRow,
  does: AffectedDecision['does'],
): Promise<SettledAppointment['done']> {
  const { actor, organisation } = context;
  const notDone = { kind: 'notDone' } as const;
  if (does === 'sameTime') return (await keepTime(tools, context, id)) ?? notDone;
  if (does === 'cancel') {
    const cancelled = await tools.cancel(actor, id);
    return cancelled.ok ? { kind: 'cancelled' } : notDone;
  }
  const moved = await tools.move(actor, organisation, { appointmentId: id, ...does });
  if (!moved.ok) return notDone;
  return { kind: does.channel === 'phone' ? 'byPhone' : 'moved', startAt: does.startAt };
}

/** More than seats that any team has. */
const mostTries = 10;

/** The same time at another seat: the citizen notices nothing, and is not told. Null when no seat is free any more. */
async function keepTime(
  tools: AbsenceTools,
  context: SettlingContext,
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
  { actor, organisation, affected, now }: SettlingContext,
  id: AppointmentId,
): Promise<SettledAppointment['done'] | null> {
  const [before] = await readAffected(scope, affected, now, id);
  if (before === undefined) return null;
  await holdTeam(scope, before.teamId);
  await holdAppointment(scope, id);
  const [row] = await readAffected(scope, affected, now, id);
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
  if (seatId === row.seatId) return null;
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
