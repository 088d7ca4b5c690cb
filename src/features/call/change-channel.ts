import { randomUUID } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ConversationId, RoomName } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import { type CallChannel, holdCall, saveChannel } from './channel.data.ts';

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };

/** No running conversation of this clerk: unknown, ended and a colleague's look the same. */
export type ChannelFailure = { readonly code: 'notFound' };

/**
 * Records that the clerk's conversation goes on by telephone, or by picture, again or after it began in writing; what is in the dossier stays,
 * and it ends as any other.
 * By telephone the room is closed, which makes every token for it worthless; back to the picture means a new one. Saying it twice is once.
 */
export async function changeChannel(
  { clock, videoRooms }: Tools,
  actor: StaffActor,
  conversationId: ConversationId,
  channel: CallChannel,
): Promise<Result<null, ChannelFailure>> {
  const left = await withOrganisation(actor.organisationId, async (scope) => {
    const call = await holdCall(scope, actor, conversationId);
    if (call === null || !mayWorkForTeam(actor, call.teamId)) return fail({ code: 'notFound' as const });
    if (call.channel === channel) return succeed(null);
    await saveChannel(scope, conversationId, { channel, roomName: randomUUID() as RoomName });
    await recordEvent(scope, {
      streams: [`team:${call.teamId}`, `appointment:${call.appointmentId}`, `conversation:${conversationId}`],
      type: 'conversation.channelChanged',
      actor: eventActorOf(actor),
      payload: { conversationId, channel },
      at: clock.now(),
    });
    // In writing there was no room yet.
    return succeed(call.channel === 'chat' ? null : call.roomName);
  });
  if (!left.ok) return left;
  if (left.value !== null) {
    // Nobody gets a key to the old room any more: a failing video server undoes nothing.
    await videoRooms.close(left.value).catch((error: unknown) => logUnexpected(error, 'closing a room'));
  }
  return succeed(null);
}
