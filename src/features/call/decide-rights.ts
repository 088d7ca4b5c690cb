import type { StaffActor } from '#journey/actor.ts';
import type { ParticipantId, RoomName, StaffMemberId, TeamId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import type { RoomRights } from '#ports/video-rooms.ts';

/** Why somebody gets no access to a room: `notYet` may become a yes by waiting, the others do not. */
export type AccessRefusal = { readonly code: 'notYet' | 'ended' | 'yielded' | 'taken' | 'byPhone' };

type ConversationFacts = {
  readonly state: ConversationState;
  readonly appointmentState: AppointmentState;
  readonly roomName: RoomName;
  /** It goes on by telephone: there is no room. */
  readonly isByPhone: boolean;
};

/** A visitor's place in a conversation, as the database has it. */
export type VisitorPlace = {
  readonly participantId: ParticipantId;
  readonly displayName: string;
  readonly participantState: 'waiting' | 'admitted';
  /** The clerk asked to see their screen, and that is not over. */
  readonly isAskedForScreen: boolean;
  readonly yielded: boolean;
  readonly conversation: ConversationFacts;
};

/** A conversation as a clerk finds it. */
export type ClerkPlace = {
  readonly teamId: TeamId;
  readonly clerkId: StaffMemberId | null;
  readonly conversation: ConversationFacts;
};

/** A place in a room that somebody is entitled to at this moment. */
export type RoomPlace = {
  readonly room: RoomName;
  readonly participantId: ParticipantId;
  readonly displayName: string;
  readonly rights: RoomRights;
};

/**
 * What a visitor may do in the room now. Only a clerk's admission of this very person gives media rights, and only a clerk's question
 * the right to share a screen.
 * @param nearFront whether the wait is short enough to be connected in advance
 */
export function decideVisitorRights(
  place: VisitorPlace,
  nearFront: boolean,
): Result<RoomRights, AccessRefusal> {
  const { conversation, participantState } = place;
  if (isOver(conversation)) return fail({ code: 'ended' });
  if (place.yielded) return fail({ code: 'yielded' });
  if (conversation.state === 'admitted') {
    if (participantState !== 'admitted') return fail({ code: 'notYet' });
    if (conversation.isByPhone) return fail({ code: 'byPhone' });
    return succeed(place.isAskedForScreen ? 'converseAndShare' : 'converse');
  }
  return nearFront ? succeed('observeNothing') : fail({ code: 'notYet' });
}

/** What a clerk may do in the room now; null when this conversation is none of the clerk's business. */
export function decideClerkRights(
  place: ClerkPlace,
  actor: StaffActor,
): Result<RoomRights, AccessRefusal> | null {
  if (!mayWorkForTeam(actor, place.teamId)) return null;
  const { conversation, clerkId } = place;
  if (isOver(conversation)) return fail({ code: 'ended' });
  if (conversation.state === 'waiting') return succeed('readyHidden');
  if (clerkId !== actor.staffMemberId) return fail({ code: 'taken' });
  return conversation.isByPhone ? fail({ code: 'byPhone' }) : succeed('converseAndShare');
}

function isOver({ state, appointmentState }: ConversationFacts): boolean {
  return state === 'ended' || (state === 'waiting' && appointmentState !== 'booked');
}
