import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { type EventActor, eventActorOf } from '#journey/actor.ts';
import type { AppointmentId, OrganisationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { canBeTold } from '#journey/text-messages.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { type ChangeableAppointment, findChangeable } from './changeable.data.ts';
import { deleteWish, findOpenOffer, insertWish, readLine, settleOpenOffer } from './earlier-times.data.ts';
import { peopleBefore } from './line.ts';
import { type ChangeActor, hasSayIn, mayChangeAt } from './may-change.ts';

type Tools = { readonly clock: Clock };

/** What there is to say about an earlier time. */
export type EarlierTimes = {
  readonly appointment: ChangeableAppointment;
  /** Whether anything can still be asked: not when it began, is over or is cancelled. */
  readonly mayAsk: boolean;
  /** Whether a message can reach the citizen in time. */
  readonly canBeTold: boolean;
  /** How many people are asked before; null when not in line. */
  readonly before: number | null;
  readonly offer: { readonly startAt: EpochMilliseconds; readonly expiresAt: EpochMilliseconds } | null;
};

/** The line as one citizen sees it; null for who has no say in the appointment. */
export async function lookAtEarlierTimes(
  { clock }: Tools,
  actor: ChangeActor,
  id: AppointmentId,
): Promise<EarlierTimes | null> {
  if (!hasSayIn(actor, id)) return null;
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = await findChangeable(scope, id);
    if (appointment === null) return null;
    const now = epochMilliseconds(clock.now());
    const offer = await findOpenOffer(scope, id);
    return {
      appointment,
      mayAsk: mayChangeAt(appointment, actor, now) === 'change' && appointment.startAt > now,
      canBeTold: canBeTold(appointment),
      before: peopleBefore(await readLine(scope, appointment.teamId, now), id),
      offer: offer !== null && offer.expiresAt > now ? offer : null,
    };
  });
}

/** Puts an appointment in line for an earlier time. Who is in line keeps the place. */
export function askEarlierTime(
  tools: Tools,
  actor: ChangeActor,
  id: AppointmentId,
): Promise<Result<'asked', { readonly code: 'notYours' | 'tooLate' | 'cannotBeTold' }>> {
  return changeLine(tools, actor, id, 'asked');
}

/** Takes an appointment out of the line; what was offered is somebody else's. */
export function stopAskingEarlierTime(
  tools: Tools,
  actor: ChangeActor,
  id: AppointmentId,
): Promise<Result<'stopped', { readonly code: 'notYours' | 'tooLate' | 'cannotBeTold' }>> {
  return changeLine(tools, actor, id, 'stopped');
}

async function changeLine<Change extends 'asked' | 'stopped'>(
  { clock }: Tools,
  actor: ChangeActor,
  id: AppointmentId,
  change: Change,
): Promise<Result<Change, { readonly code: 'notYours' | 'tooLate' | 'cannotBeTold' }>> {
  if (!hasSayIn(actor, id)) return fail({ code: 'notYours' });
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, id);
    const appointment = await findChangeable(scope, id);
    if (appointment === null) return fail({ code: 'notYours' });
    const now = epochMilliseconds(clock.now());
    if (change === 'asked') {
      if (mayChangeAt(appointment, actor, now) !== 'change' || appointment.startAt <= now)
        return fail({ code: 'tooLate' });
      if (!canBeTold(appointment)) return fail({ code: 'cannotBeTold' });
      if (!(await insertWish(scope, { appointmentId: id, teamId: appointment.teamId }, now)))
        return succeed(change);
    } else if (!(await leaveLine(scope, id, now))) return succeed(change);
    await recordChange(scope, appointment, change, eventActorOf(actor), now);
    return succeed(change);
  });
}

/**
 * The same as `stopAskingEarlierTime`, for who stops the mails about it by the button of a mail program: whoever has such a mail
 * may, and need not open the appointment (RFC 8058).
 */
export async function stopByMail(
  { clock }: Tools,
  organisationId: OrganisationId,
  id: AppointmentId,
): Promise<void> {
  await withOrganisation(organisationId, async (scope) => {
    await holdAppointment(scope, id);
    const appointment = await findChangeable(scope, id);
    const now = epochMilliseconds(clock.now());
    if (appointment === null || !(await leaveLine(scope, id, now))) return;
    await recordChange(scope, appointment, 'stopped', { kind: 'citizen', id }, now);
  });
}

/** @returns whether the appointment was in line */
async function leaveLine(
  scope: OrganisationScope,
  id: AppointmentId,
  now: EpochMilliseconds,
): Promise<boolean> {
  await settleOpenOffer(scope, id, 'declined', now);
  return deleteWish(scope, id);
}

async function recordChange(
  scope: OrganisationScope,
  { id, teamId }: Pick<ChangeableAppointment, 'id' | 'teamId'>,
  change: 'asked' | 'stopped',
  actor: EventActor,
  now: EpochMilliseconds,
): Promise<void> {
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: change === 'asked' ? 'earlierTime.asked' : 'earlierTime.stopped',
    actor,
    payload: { appointmentId: id },
    at: now,
  });
}
