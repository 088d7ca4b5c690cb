import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ConversationId, ParticipantId } from '#journey/ids.ts';
import type { CallView } from '#journey/live-views.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { logUnexpected } from '#shared/log.ts';
import {
  admitCitizenParticipant,
  admitClerkParticipant,
  claimConversation,
  findConversation,
  type KnownConversation,
} from './admission.data.ts';
import { endUnavailability } from './availability.data.ts';
import type { SeatTools } from './seat-tools.ts';
import { type Workplace, workplaceOf } from './workplace.ts';

export type AdmissionFailure =
  /** Unknown, or of another team or organisation: the same answer. */
  | { readonly code: 'notFound' }
  | { readonly code: 'takenByColleague'; readonly clerkName: string }
  | { readonly code: 'alreadyInConversation' }
  | { readonly code: 'notPresent' }
  | { readonly code: 'ended' };

/** Whoever is let in hears it from the video server at once; reading and drawing whole screens in that moment would hold up the picture. */
const pictureFirstMilliseconds = 300;

type Admitted = {
  readonly call: CallView;
  readonly citizens: readonly ParticipantId[];
  /** Both are to be given their rights in the room: it is new, and there is one. */
  readonly entersRoom: boolean;
};

/**
 * Lets the waiting citizen in, to this clerk. Of several clerks who try at once exactly one wins; to the winner it may be
 * said twice. After the commit both get their rights in the room at once, so that picture and sound flow.
 */
export async function admitCitizen(
  { clock, videoRooms }: SeatTools,
  actor: StaffActor,
  conversationId: ConversationId,
): Promise<Result<CallView, AdmissionFailure>> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  const admitted = await withOrganisation(
    actor.organisationId,
    (scope) => admitInside(scope, { actor, workplace, conversationId, now: clock.now() }),
    { tellAfterMilliseconds: pictureFirstMilliseconds },
  ).catch((error: unknown) => {
    // The database refuses a second conversation of the same clerk.
    if (isUniqueViolation(error)) return fail({ code: 'alreadyInConversation' as const });
    throw error;
  });
  if (!admitted.ok) return admitted;
  const { call, citizens, entersRoom } = admitted.value;
  if (entersRoom) {
    // Who is not connected yet gets these rights with the next token, so a failing video server undoes nothing.
    await Promise.all([
      videoRooms.grant(call.roomName, citizens, 'converse'),
      videoRooms.grant(call.roomName, [call.participantId], 'converseAndShare'),
    ]).catch((error: unknown) => logUnexpected(error, 'admission'));
  }
  return succeed(call);
}

type Attempt = {
  readonly actor: StaffActor;
  readonly workplace: Workplace;
  readonly conversationId: ConversationId;
  readonly now: number;
};

async function admitInside(
  scope: OrganisationScope,
  { actor, workplace, conversationId, now }: Attempt,
): Promise<Result<Admitted, AdmissionFailure>> {
  const at = new Date(now);
  const clerkId = actor.staffMemberId;
  const claimed = await claimConversation(scope, conversationId, { workplace, clerkId, at });
  const isNew = claimed !== null;
  const known = isNew ? null : await findConversation(scope, conversationId, workplace);
  const conversation = claimed ?? known;
  if (conversation === null) return fail({ code: 'notFound' });
  if (known !== null && !isOwn(known, actor)) return fail(refusalOf(known));
  const citizens = isNew ? await admitCitizenParticipant(scope, conversationId, at) : [];
  const participantId = await admitClerkParticipant(scope, conversationId, clerkId, at);
  if (isNew) {
    // Whoever lets somebody in works again.
    await endUnavailability(scope, { staffMemberId: clerkId }, at);
    await recordEvent(scope, {
      streams: [
        `team:${workplace.teamId}`,
        `appointment:${conversation.appointmentId}`,
        `conversation:${conversationId}`,
      ],
      type: 'conversation.admitted',
      actor: eventActorOf(actor),
      payload: { conversationId, clerkId },
      at: now,
    });
  }
  const call = { conversationId, participantId, roomName: conversation.roomName, admitted: true };
  // In writing there is no room before it is raised to video.
  return succeed({ call, citizens, entersRoom: isNew && conversation.channel !== 'chat' });
}

function isOwn({ state, clerk }: KnownConversation, actor: StaffActor): boolean {
  return state === 'admitted' && clerk?.id === actor.staffMemberId;
}

function refusalOf({ state, clerk }: KnownConversation): AdmissionFailure {
  if (state === 'ended') return { code: 'ended' };
  return clerk === null || state === 'waiting'
    ? { code: 'notPresent' }
    : { code: 'takenByColleague', clerkName: clerk.name };
}
