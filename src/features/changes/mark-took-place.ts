import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { expireRequests } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { hasWaitingRoom } from '#journey/stages.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { type ChangeableAppointment, emptyWaitingRoom, findChangeable } from './changeable.data.ts';
import { deleteWish, settleOpenOffer } from './earlier-times.data.ts';
import { mayMarkTookPlace } from './missed-rule.ts';
import { writeOpenAgain, writeTookPlace } from './took-place.data.ts';

type Tools = { readonly clock: Clock };

export type TookPlaceFailure = {
  /** Unknown, or of another team: the same answer. Not begun yet, over video, or settled otherwise. */
  readonly code: 'notFound' | 'notOpen';
};

/** A clerk says that a call or a visit to the counter took place. Said again, it changes nothing. */
export async function markTookPlace(
  { clock }: Tools,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<'completed', TookPlaceFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = await holdOwn(scope, actor, id);
    if (appointment === null) return fail({ code: 'notFound' });
    const isElsewhere = !hasWaitingRoom(appointment.channel) && appointment.conversationState === null;
    if (appointment.state === 'completed' && isElsewhere) return succeed('completed');
    const now = epochMilliseconds(clock.now());
    if (!mayMarkTookPlace(appointment, now)) return fail({ code: 'notOpen' });
    await writeTookPlace(scope, id);
    await emptyWaitingRoom(scope, id, now);
    await settleOpenOffer(scope, id, 'declined', now);
    await deleteWish(scope, id);
    await expireRequests(scope, id, { actor: eventActorOf(actor), at: now });
    await record(scope, actor, appointment, 'appointment.tookPlace', now);
    return succeed('completed');
  });
}

/** Takes it back: it can be said again what became of the appointment. Said again, it changes nothing. */
export async function undoTookPlace(
  { clock }: Tools,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<'booked', TookPlaceFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = await holdOwn(scope, actor, id);
    if (appointment === null) return fail({ code: 'notFound' });
    if (appointment.state === 'booked') return succeed('booked');
    if (!(await writeOpenAgain(scope, id))) return fail({ code: 'notOpen' });
    const now = epochMilliseconds(clock.now());
    await record(scope, actor, appointment, 'appointment.openAgain', now);
    return succeed('booked');
  });
}

/** The appointment of a team of the actor's, held until the transaction ends; null for every other one. */
async function holdOwn(
  scope: OrganisationScope,
  actor: StaffActor,
  id: AppointmentId,
): Promise<ChangeableAppointment | null> {
  await holdAppointment(scope, id);
  const appointment = await findChangeable(scope, id);
  return appointment !== null && mayWorkForTeam(actor, appointment.teamId) ? appointment : null;
}

function record(
  scope: OrganisationScope,
  actor: StaffActor,
  { id, teamId }: ChangeableAppointment,
  type: 'appointment.tookPlace' | 'appointment.openAgain',
  at: EpochMilliseconds,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type,
    actor: eventActorOf(actor),
    payload: { appointmentId: id },
    at,
  });
}
