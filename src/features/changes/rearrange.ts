import { readCompanionRecipients } from '#db/companion-recipients.ts';
import { recordEvent } from '#db/event-log.ts';
import { readMessagePolicy } from '#db/message-policy.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import type { EventActor } from '#journey/actor.ts';
import type { BookingAudience, Channel } from '#journey/appointment-wish.ts';
import type { LocationId, OfferId } from '#journey/ids.ts';
import { planChangeMessages, planCompanionNews } from '#journey/message-plan.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { linkStageAt } from '#journey/stages.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import type { ChangeTools, FreePlace } from './change-tools.ts';
import { type ChangeableAppointment, emptyWaitingRoom, letGo, writePlace } from './changeable.data.ts';
import { deleteWish, settleOpenOffer } from './earlier-times.data.ts';
import { insertFreedTime } from './freed-times.data.ts';

export type Arrangement = {
  readonly actor: EventActor;
  readonly audience: BookingAudience;
  readonly timeZone: string;
  readonly startAt: EpochMilliseconds;
  readonly channel: Channel;
  readonly locationId: LocationId | null | undefined;
  readonly phone: string | null;
  /** The offer that is accepted by this; null when it is no answer to one. */
  readonly offer: OfferId | null;
  /** Under which the new time is held for whoever wants it; null when it is not. */
  readonly holderKey: string | null;
  readonly now: EpochMilliseconds;
};

export type NoArrangement = {
  readonly code: 'timeTaken' | 'timeNotOffered';
  readonly nearest: readonly Interval[];
};

/**
 * Gives an appointment another time or channel, with all that follows from it: messages, the waiting room it leaves, the time that
 * comes free, the offer it answers. The caller holds the team's turn and the appointment, and decided that it may be changed.
 */
export async function rearrange(
  scope: OrganisationScope,
  tools: ChangeTools,
  appointment: ChangeableAppointment,
  arrangement: Arrangement,
): Promise<Result<'changed', NoArrangement>> {
  const { audience, timeZone, startAt, channel, locationId, holderKey, now } = arrangement;
  // Who came without appointment has no time to change.
  if (appointment.seatId === null) return fail({ code: 'timeNotOffered', nearest: [] });
  const wish = wishInstead(appointment, { channel, locationId, audience, holderKey });
  const time = await tools.readServiceTime(scope, { wish, timeZone, startAt, now });
  if (time === null) return fail({ code: 'timeNotOffered', nearest: [] });
  const { answer } = time;
  if (answer.kind !== 'free')
    return fail({ code: answer.kind === 'taken' ? 'timeTaken' : 'timeNotOffered', nearest: answer.nearest });
  await arrangeAt(scope, tools, appointment, arrangement, answer);
  return succeed('changed');
}

/** The same where the place is known: nobody asks whether it is free. */
export async function arrangeAt(
  scope: OrganisationScope,
  { jobQueue }: ChangeTools,
  appointment: ChangeableAppointment,
  { actor, timeZone, startAt, channel, phone, offer, holderKey, now }: Arrangement,
  { seatId, endAt, occupiedFromAt, occupiedUntilAt }: FreePlace,
): Promise<void> {
  const { id, teamId, email } = appointment;
  if (holderKey !== null) await letGo(scope, holderKey);
  await writePlace(scope, id, {
    seatId,
    channel,
    startAt,
    endAt,
    occupiedFromAt,
    occupiedUntilAt,
    phone,
  });
  const stage = linkStageAt({ state: 'booked', channel, startAt, endAt }, null, now);
  if (stage !== 'wait') await emptyWaitingRoom(scope, id, now);
  await settleOpenOffer(scope, id, offer === null ? 'declined' : 'accepted', now);
  // Who has an earlier time now is no longer in line for one; a later one was not the citizen's wish.
  if (startAt < appointment.startAt) await deleteWish(scope, id);
  const isElsewhere = startAt !== appointment.startAt || seatId !== appointment.seatId;
  if (isElsewhere) await insertFreedTime(scope, appointment, now);
  const policy = await readMessagePolicy(scope);
  const changed = { startAt, formerStartAt: appointment.startAt, timeZone, email, phone };
  const companions = await readCompanionRecipients(scope, id);
  const messages = [
    ...planChangeMessages(changed, now, policy),
    ...planCompanionNews(companions, appointment, { startAt, channel }, now),
  ];
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, id, messages, now));
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type: startAt === appointment.startAt ? 'appointment.channelChanged' : 'appointment.moved',
    actor,
    payload: { appointmentId: id, seatId, startAt, channel },
    at: now,
  });
}
