import { randomUUID } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import { rightsOfCompanion } from '#journey/companion-roles.ts';
import type { ConversationId, ParticipantId, RoomName } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import { admitGuest, type HeldConversation, holdOwnConversation, putOutside, saveRoom } from './room.data.ts';
import type { SeatTools } from './seat-tools.ts';

export type DoorFailure =
  /** No running conversation of this clerk. */
  | { readonly code: 'notFound' }
  /** Nobody of that id stands at the door, or is inside, any more. */
  | { readonly code: 'notThere' };

type Moved = { readonly from: RoomName; readonly to: RoomName };
type Admission = {
  readonly roomName: RoomName;
  readonly rights: RoomRights;
  readonly moved: Moved | null;
  readonly inWriting: boolean;
};

/**
 * Lets somebody in who stands at the door of the clerk's own conversation. A companion joins the room. A citizen who comes
 * from another device takes the place of the earlier one: everybody moves to a new room, to which the earlier device has no key.
 */
export async function admitAtDoor(
  { clock, videoRooms }: SeatTools,
  actor: StaffActor,
  conversationId: ConversationId,
  participantId: ParticipantId,
): Promise<Result<null, DoorFailure>> {
  const now = clock.now();
  const admission = await atOwnDoor<Admission>(actor, conversationId, async (scope, conversation) => {
    const guest = await admitGuest(scope, conversationId, participantId, new Date(now));
    if (guest === null) return fail({ code: 'notThere' });
    const replaces =
      guest.role === 'citizen' &&
      (await putOutside(scope, conversationId, { otherDevicesThan: participantId })) > 0;
    const moved = replaces ? await moveToNewRoom(scope, conversation) : null;
    await record(scope, conversation, 'participant.admitted', { actor, participantId, now });
    const rights =
      rightsOfCompanion(guest.companionRole).screen === 'always' ? 'converseAndShare' : 'converse';
    const { inWriting } = conversation;
    return succeed({ roomName: moved?.to ?? conversation.roomName, rights, moved, inWriting });
  });
  if (!admission.ok) return admission;
  const { roomName, rights, moved, inWriting } = admission.value;
  if (inWriting) return succeed(null);
  if (moved !== null) await changeRooms(videoRooms, moved);
  else
    await videoRooms
      .grant(roomName, [participantId], rights)
      .catch((error: unknown) => logUnexpected(error, 'admission at the door'));
  return succeed(null);
}

/** Puts a guest out of the clerk's own conversation. A removed guest would still hold a valid key, so the others move to a new room. */
export async function expelGuest(
  { clock, videoRooms }: SeatTools,
  actor: StaffActor,
  conversationId: ConversationId,
  participantId: ParticipantId,
): Promise<Result<null, DoorFailure>> {
  const now = clock.now();
  const moved = await atOwnDoor<Moved | null>(actor, conversationId, async (scope, conversation) => {
    if ((await putOutside(scope, conversationId, { participantId })) === 0) return fail({ code: 'notThere' });
    const rooms = await moveToNewRoom(scope, conversation);
    await record(scope, conversation, 'participant.expelled', { actor, participantId, now });
    return succeed(conversation.inWriting ? null : rooms);
  });
  if (!moved.ok) return moved;
  if (moved.value !== null) await changeRooms(videoRooms, moved.value);
  return succeed(null);
}

function atOwnDoor<Value>(
  actor: StaffActor,
  conversationId: ConversationId,
  work: (scope: OrganisationScope, conversation: HeldConversation) => Promise<Result<Value, DoorFailure>>,
): Promise<Result<Value, DoorFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const conversation = await holdOwnConversation(scope, conversationId, actor.staffMemberId);
    if (conversation === null || !mayWorkForTeam(actor, conversation.teamId))
      return fail({ code: 'notFound' });
    return work(scope, conversation);
  });
}

async function moveToNewRoom(scope: OrganisationScope, conversation: HeldConversation): Promise<Moved> {
  const to = randomUUID() as RoomName;
  await saveRoom(scope, conversation.id, to);
  return { from: conversation.roomName, to };
}

/** A failing video server undoes nothing: nobody gets a key to the old room any more, and its last people leave it by themselves. */
async function changeRooms(videoRooms: VideoRooms, { from, to }: Moved): Promise<void> {
  await videoRooms.open(to).catch((error: unknown) => logUnexpected(error, 'opening a room'));
  await videoRooms.close(from).catch((error: unknown) => logUnexpected(error, 'closing a room'));
}

function record(
  scope: OrganisationScope,
  { id, teamId, appointmentId }: HeldConversation,
  type: string,
  by: { readonly actor: StaffActor; readonly participantId: ParticipantId; readonly now: number },
): Promise<void> {
  return recordEvent(scope, {
    streams: [`team:${teamId}`, `appointment:${appointmentId}`, `conversation:${id}`],
    type,
    actor: eventActorOf(by.actor),
    payload: { conversationId: id, participantId: by.participantId },
    at: by.now,
  });
}
