import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { expireRequests } from '#db/requests.ts';
import { type EventActor, eventActorOf, type StaffActor, systemActor } from '#journey/actor.ts';
import type { AppointmentId, OrganisationId } from '#journey/ids.ts';
import { planMissedMessages } from '#journey/message-plan.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { hasWaitingRoom, waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { ChangeTools } from './change-tools.ts';
import { type ChangeableAppointment, emptyWaitingRoom, findChangeable } from './changeable.data.ts';
import { deleteWish } from './earlier-times.data.ts';
import { isCitizenPresent, listUnattended, writeMissed, writeNotMissed } from './missed.data.ts';
import { canStillCome, isMissedByRule, mayMarkMissed, tellMissedAt } from './missed-rule.ts';

type Tools = Pick<ChangeTools, 'clock' | 'jobQueue'>;

export type MissedFailure = {
  /** Unknown, or of another team: the same answer. Not begun yet, held, or settled otherwise. */
  readonly code: 'notFound' | 'notMissed';
};

/** A clerk says that nobody came. The citizen is told after a while, in which it can be taken back. Said again, it changes nothing. */
export async function markMissed(
  { clock, jobQueue }: Tools,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<'missed', MissedFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, id);
    const appointment = await findChangeable(scope, id);
    if (appointment === null || !mayWorkForTeam(actor, appointment.teamId)) return fail({ code: 'notFound' });
    if (appointment.state === 'missed') return succeed('missed');
    const now = epochMilliseconds(clock.now());
    if (!mayMarkMissed(appointment, now) || (await isCitizenPresent(scope, id)))
      return fail({ code: 'notMissed' });
    await write(scope, jobQueue, appointment, { by: 'clerk', actor: eventActorOf(actor), now });
    return succeed('missed');
  });
}

/**
 * A clerk takes it back: the appointment is as it was. Where there is a waiting room, when it is too late to come, it took place, so that the rule does not
 * contradict the clerk. Who was not told yet is not told.
 * Said again, it changes nothing.
 */
export async function undoMissed(
  { clock }: Tools,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<'booked' | 'completed', MissedFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, id);
    const appointment = await findChangeable(scope, id);
    if (appointment === null || !mayWorkForTeam(actor, appointment.teamId)) return fail({ code: 'notFound' });
    const now = epochMilliseconds(clock.now());
    const isOpen = !hasWaitingRoom(appointment.channel) || canStillCome(appointment, now);
    const state = isOpen ? 'booked' : 'completed';
    if (!(await writeNotMissed(scope, id, state))) return succeed(state);
    await recordEvent(scope, {
      streams: [`appointment:${id}`, `team:${appointment.teamId}`],
      type: 'appointment.notMissed',
      actor: eventActorOf(actor),
      payload: { appointmentId: id },
      at: now,
    });
    return succeed(state);
  });
}

/**
 * Marks the appointments of an organisation that nobody came to. Doing it often, or in several processes, tells nobody twice.
 * @returns how many there were
 */
export async function markMissedByRule(
  { clock, jobQueue }: Tools,
  organisationId: OrganisationId,
): Promise<number> {
  const now = epochMilliseconds(clock.now());
  const endedBefore = addMinutes(now, -waitingRoomClosesMinutesAfter);
  const ids = await withOrganisation(organisationId, (scope) => listUnattended(scope, endedBefore));
  let marked = 0;
  for (const id of ids) {
    const isMarked = await withOrganisation(organisationId, async (scope) => {
      await holdAppointment(scope, id);
      const appointment = await findChangeable(scope, id);
      if (appointment === null || !isMissedByRule(appointment, now)) return false;
      await write(scope, jobQueue, appointment, { by: 'rule', actor: systemActor, now });
      return true;
    });
    if (isMarked) marked += 1;
  }
  return marked;
}

type Saying = {
  readonly by: 'rule' | 'clerk';
  readonly actor: EventActor;
  readonly now: EpochMilliseconds;
};

async function write(
  scope: OrganisationScope,
  jobQueue: ChangeTools['jobQueue'],
  appointment: ChangeableAppointment,
  { by, actor, now }: Saying,
): Promise<void> {
  const { id, teamId } = appointment;
  await expireRequests(scope, id, { actor, at: now });
  await writeMissed(scope, id, now);
  await emptyWaitingRoom(scope, id, now);
  await deleteWish(scope, id);
  const messages = planMissedMessages(appointment, tellMissedAt(by, now));
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: 'appointment.missed',
    actor,
    payload: { appointmentId: id },
    at: now,
  });
}
