import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor, type VisitActor } from '#journey/actor.ts';
import type { ConversationId, ParticipantId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import type { ScreenAnswer } from './screen-answer.ts';
import { type AskedGuest, saveScreenAnswer, saveScreenAsk } from './screen-ask.data.ts';
import { settleVisitorRights } from './settle-rights.ts';

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };

/** Nobody of that id is inside with this clerk: unknown, of a colleague and gone look the same. */
export type ScreenAskFailure = { readonly code: 'notFound' };

/**
 * The clerk asks to see somebody's screen, or takes the question back. Only the question gives the right to share one; taking it
 * back ends a screen that is being shared.
 */
export async function askForScreen(
  { clock, videoRooms }: Tools,
  actor: StaffActor,
  who: { readonly conversationId: ConversationId; readonly participantId: ParticipantId },
  asks: boolean,
): Promise<Result<null, ScreenAskFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  const guest = await withOrganisation(actor.organisationId, async (scope) => {
    const asked = await saveScreenAsk(scope, actor, who, asks ? 'asked' : null);
    if (asked === null) return null;
    await record(scope, asked, {
      type: 'participant.screenAsked',
      actor,
      payload: { asks },
      at: clock.now(),
    });
    return asked;
  });
  if (guest === null) return fail({ code: 'notFound' });
  await settle(videoRooms, { organisationId: actor.organisationId, visitId: guest.visitId });
  return succeed(null);
}

/** The visitor would rather not, cannot, or is done. The right to share goes with it. Without a question it changes nothing. */
export async function answerScreenAsk(
  { clock, videoRooms }: Tools,
  actor: VisitActor,
  answer: ScreenAnswer,
): Promise<void> {
  const guest = await withOrganisation(actor.organisationId, async (scope) => {
    const asked = await saveScreenAnswer(scope, actor.visitId, answer === 'ended' ? null : answer);
    if (asked === null) return null;
    const type = 'participant.screenAnswered';
    await record(scope, asked, { type, actor, payload: { answer }, at: clock.now() });
    return asked;
  });
  if (guest !== null) await settle(videoRooms, actor);
}

/** A failing video server undoes nothing: the next token has the rights of the database. */
async function settle(
  videoRooms: VideoRooms,
  visitor: Pick<VisitActor, 'organisationId' | 'visitId'>,
): Promise<void> {
  // Whoever is inside is not asked whether their turn is near.
  const means = { videoRooms, isNearFront: async () => false };
  await settleVisitorRights(means, visitor).catch((error: unknown) => logUnexpected(error, 'screen'));
}

function record(
  scope: OrganisationScope,
  { conversationId, participantId, teamId, appointmentId }: AskedGuest,
  event: {
    readonly type: string;
    readonly actor: StaffActor | VisitActor;
    readonly payload: Readonly<Record<string, string | boolean>>;
    readonly at: number;
  },
): Promise<void> {
  return recordEvent(scope, {
    streams: [`team:${teamId}`, `appointment:${appointmentId}`, `conversation:${conversationId}`],
    type: event.type,
    actor: eventActorOf(event.actor),
    payload: { conversationId, participantId, ...event.payload },
    at: event.at,
  });
}
