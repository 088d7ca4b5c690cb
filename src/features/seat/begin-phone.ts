import { randomUUID } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, RoomName } from '#journey/ids.ts';
import { admitClerkParticipant } from './admission.data.ts';
import { endUnavailability } from './availability.data.ts';
import { beginByPhone } from './phone.data.ts';
import type { Workplace } from './workplace.ts';

type Beginning = {
  readonly actor: StaffActor;
  readonly workplace: Workplace;
  readonly appointmentId: AppointmentId;
  readonly now: number;
};

/**
 * Puts the clerk into a conversation by telephone about an appointment, and tells of it. Throws a unique violation when this clerk is in another
 * one.
 */
export async function beginPhone(
  scope: OrganisationScope,
  { actor, workplace, appointmentId, now }: Beginning,
): Promise<ConversationId> {
  const at = new Date(now);
  const clerkId = actor.staffMemberId;
  const roomName = randomUUID() as RoomName;
  const conversationId = await beginByPhone(scope, appointmentId, { workplace, clerkId, roomName, at });
  await admitClerkParticipant(scope, conversationId, clerkId, at);
  // Whoever calls somebody works again.
  await endUnavailability(scope, { staffMemberId: clerkId }, at);
  await recordEvent(scope, {
    streams: [`team:${workplace.teamId}`, `appointment:${appointmentId}`, `conversation:${conversationId}`],
    type: 'conversation.admitted',
    actor: eventActorOf(actor),
    payload: { conversationId, clerkId },
    at: now,
  });
  return conversationId;
}
