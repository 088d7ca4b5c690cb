import { randomUUID } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ConversationId, RoomName } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { SendBackReason } from '#journey/send-back.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { logUnexpected } from '#shared/log.ts';
import type { SeatTools } from './seat-tools.ts';
import { holdReturnable, writeSentBack } from './send-back.data.ts';
import { workplaceOf } from './workplace.ts';

export type SendBackWish = {
  readonly reason: SendBackReason;
  /** What the citizen reads besides; empty for nothing. Sensitive numbers in it are masked. */
  readonly remark: string;
  /** Others whose time it is go first. */
  readonly isBehind: boolean;
};

/** Unknown, of another team, of a colleague, or over: the same answer. */
export type SendBackFailure = { readonly code: 'notFound' };

/**
 * Sends the citizen back to the waiting room, out of the clerk's conversation or just before it. All media rights end with the room: a
 * key to it is worth nothing any more, and nobody has one to the next. Any clerk of the team may take the citizen again.
 */
export async function sendBack(
  { clock, videoRooms }: SeatTools,
  actor: StaffActor,
  conversationId: ConversationId,
  { reason, remark, isBehind }: SendBackWish,
): Promise<Result<null, SendBackFailure>> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  const clerkId = actor.staffMemberId;
  const left = await withOrganisation(actor.organisationId, async (scope) => {
    const held = await holdReturnable(scope, conversationId, { teamId: workplace.teamId, clerkId });
    if (held === null) return fail({ code: 'notFound' as const });
    const now = clock.now();
    const spoken = held.admittedAt === null ? 0 : Math.max(0, Math.round((now - held.admittedAt) / 1_000));
    const said = maskSensitiveNumbers(remark.trim()).text;
    const roomName = held.admittedAt === null ? held.roomName : (randomUUID() as RoomName);
    await writeSentBack(scope, conversationId, {
      teamId: held.homeTeamId,
      at: new Date(now),
      reason,
      remark: said === '' ? null : said,
      isBehind,
      spokenSeconds: held.spokenSeconds + spoken,
      roomName,
      inWriting: held.inWriting,
    });
    await recordEvent(scope, {
      streams: [
        ...new Set([`team:${held.homeTeamId}`, `team:${held.teamId}`] as const),
        `appointment:${held.appointmentId}`,
        `conversation:${conversationId}`,
      ],
      type: 'conversation.sentBack',
      actor: eventActorOf(actor),
      payload: { conversationId, reason },
      at: now,
    });
    return succeed(roomName === held.roomName ? null : held.roomName);
  });
  if (!left.ok) return left;
  if (left.value !== null) {
    // Nobody gets a key to the old room any more: a failing video server undoes nothing.
    await videoRooms.close(left.value).catch((error: unknown) => logUnexpected(error, 'closing a room'));
  }
  return succeed(null);
}
