import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { expireRequests } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ConversationId, RoomName } from '#journey/ids.ts';
import { percentOfPlanned } from '#journey/measured-durations.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import {
  type ClosingConversation,
  completeAppointment,
  eraseWritten,
  findOwnConversation,
  keepDuration,
  markEnded,
  saveOutcomes,
} from './closing.data.ts';
import { coversServices, type Ending } from './ending.ts';

export type EndingFailure =
  /** Unknown, of a colleague, or of another organisation: the same answer. */
  { readonly code: 'notFound' } | { readonly code: 'outcomesMissing' } | { readonly code: 'notAdmitted' };

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };

/**
 * Ends the clerk's own conversation for everybody, with the outcome of each service and the report, and erases what was written
 * beside the picture. Saying it twice is answered as once. The room is closed after the commit, which makes every token for it worthless.
 */
export async function endConversation(
  { clock, videoRooms }: Tools,
  actor: StaffActor,
  conversationId: ConversationId,
  ending: Ending,
): Promise<Result<null, EndingFailure>> {
  const ended = await withOrganisation(actor.organisationId, (scope) =>
    endInside(scope, { actor, conversationId, ending, now: clock.now() }),
  );
  if (!ended.ok) return ended;
  await videoRooms.close(ended.value).catch((error: unknown) => logUnexpected(error, 'closing a room'));
  return succeed(null);
}

type Attempt = {
  readonly actor: StaffActor;
  readonly conversationId: ConversationId;
  readonly ending: Ending;
  readonly now: number;
};

async function endInside(
  scope: OrganisationScope,
  attempt: Attempt,
): Promise<Result<RoomName, EndingFailure>> {
  const { actor, conversationId, ending, now } = attempt;
  const conversation = await findOwnConversation(scope, conversationId, actor.staffMemberId);
  if (conversation === null || !mayWorkForTeam(actor, conversation.teamId)) return fail({ code: 'notFound' });
  if (conversation.state === 'ended') return succeed(conversation.roomName);
  if (conversation.state === 'waiting') return fail({ code: 'notAdmitted' });
  if (ending.endedFor === undefined && !coversServices(ending.outcomes, conversation.serviceIds))
    return fail({ code: 'outcomesMissing' });
  const isNew = await markEnded(scope, conversationId, ending, new Date(now));
  if (isNew) await finish(scope, conversation, attempt);
  return succeed(conversation.roomName);
}

async function finish(
  scope: OrganisationScope,
  {
    appointmentId,
    teamId,
    homeTeamId,
    serviceIds,
    admittedAt,
    spokenSeconds,
    plannedMinutes,
  }: ClosingConversation,
  { actor, conversationId, ending, now }: Attempt,
): Promise<void> {
  const { outcomes, endedFor } = ending;
  const unsolved = serviceIds.map((serviceId) => ({ serviceId, outcome: 'notSolved' as const }));
  await saveOutcomes(scope, conversationId, endedFor === undefined ? outcomes : unsolved);
  await eraseWritten(scope, conversationId);
  await completeAppointment(scope, appointmentId);
  await expireRequests(scope, appointmentId, { actor: eventActorOf(actor), at: now });
  if (admittedAt !== null && endedFor === undefined) {
    const minutes = (now - admittedAt) / MINUTE_MILLISECONDS + spokenSeconds / 60;
    await keepDuration(scope, serviceIds, percentOfPlanned(minutes, plannedMinutes));
  }
  await recordEvent(scope, {
    streams: [
      ...new Set([`team:${teamId}`, `team:${homeTeamId}`] as const),
      `appointment:${appointmentId}`,
      `conversation:${conversationId}`,
    ],
    type: 'conversation.ended',
    actor: eventActorOf(actor),
    payload: { conversationId },
    at: now,
  });
}
