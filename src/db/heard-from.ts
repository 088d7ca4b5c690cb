import type { EventActor } from '#journey/actor.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, toDate } from '#journey/time.ts';
import { type NewEvent, recordEvents } from './event-log.ts';
import type { OrganisationScope } from './organisation-scope.ts';
import { wordToCitizen } from './word-to-citizen.ts';

/** What a person did by hand: opened the appointment, said to be coming, or wrote something about it. */
export type Gesture = 'opened' | 'coming' | 'wrote';

export type Heard = {
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly by: EventActor;
  readonly how: Gesture;
  readonly at: EpochMilliseconds;
};

/**
 * Writes down that the citizen let something be heard by a gesture of their own: what was sent and not known to have failed was read,
 * who says to be coming is coming, and nobody has to call them any more. Said again, it changes nothing.
 */
export async function writeHeard(scope: OrganisationScope, heard: Heard): Promise<void> {
  const { appointmentId, teamId, by, at } = heard;
  await scope.db.appointment.updateMany({ where: { id: appointmentId }, data: { heardAt: toDate(at) } });
  const isNews = heard.how === 'coming' && (await writeComing(scope, heard));
  const happened = [
    ...(isNews ? [{ type: 'appointment.coming', payload: {} }] : []),
    ...(await writeRead(scope, heard)),
    ...(await settleCall(scope, heard)),
  ];
  const events = happened.map(({ type, payload }): NewEvent => {
    const streams = [`appointment:${appointmentId}`, `team:${teamId}`] as const;
    return { streams, type, actor: by, payload: { appointmentId, ...payload }, at };
  });
  await recordEvents(scope, events);
}

type Happened = { readonly type: string; readonly payload: NewEvent['payload'] };

async function writeComing({ db }: OrganisationScope, { appointmentId, at }: Heard): Promise<boolean> {
  const { count } = await db.appointment.updateMany({
    where: { id: appointmentId, state: 'booked', saidComingAt: null },
    data: { saidComingAt: toDate(at) },
  });
  return count > 0;
}

async function writeRead(
  { db }: OrganisationScope,
  { appointmentId, how, at }: Heard,
): Promise<readonly Happened[]> {
  const moment = toDate(at);
  const read = await db.message.updateManyAndReturn({
    where: { appointmentId, ...wordToCitizen, state: { in: ['accepted', 'delivered'] } },
    data: { state: 'read', readAt: moment, settledAt: moment },
    select: { id: true, kind: true, channel: true },
  });
  return read.map(({ id, kind, channel }) => ({
    type: 'message.read',
    payload: { messageId: id, kind, channel, how },
  }));
}

async function settleCall(
  { db }: OrganisationScope,
  { appointmentId, at }: Heard,
): Promise<readonly Happened[]> {
  const { count } = await db.callTask.updateMany({
    where: { appointmentId, settledAt: null },
    data: { settledAt: toDate(at) },
  });
  return count === 0 ? [] : [{ type: 'call.settled', payload: {} }];
}
