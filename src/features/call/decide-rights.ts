import type { StaffActor } from '#journey/actor.ts';
import { type CompanionRole, rightsOfCompanion } from '#journey/companion-roles.ts';
import type { ParticipantId, RoomName, StaffMemberId, TeamId } from '#journey/ids.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import type { RoomRights } from '#ports/video-rooms.ts';

/** Why somebody gets no access to a room: `notYet` may become a yes by waiting, the others do not. */
export type AccessRefusal = { readonly code: 'notYet' | 'ended' | 'yielded' | 'taken' | OtherWay };

/** How a conversation is held that has no room. */
export type OtherWay = 'byPhone' | 'inWriting';

type ConversationFacts = {
  readonly state: ConversationState;
  readonly appointmentState: AppointmentState;
  readonly roomName: RoomName;
  /** It goes on by telephone, or is held in writing: there is no room. Null over video. */
  readonly otherWay: OtherWay | null;
};

/** A visitor's place in a conversation, as the database has it. */
export type VisitorPlace = {
  readonly participantId: ParticipantId;
  readonly displayName: string;
  readonly participantState: 'waiting' | 'admitted';
  /** As what a companion comes; null when nobody said. Undefined for the citizen. */
  readonly companionRole: CompanionRole | null | undefined;
  /** The clerk asked to see their screen, and that is not over. */
  readonly isAskedForScreen: boolean;
  /** The clerk took away the right to be seen. */
  readonly isPictureStopped: boolean;
  readonly yielded: boolean;
  readonly conversation: ConversationFacts;
};

/** A conversation as a clerk finds it. */
export type ClerkPlace = {
  readonly teamId: TeamId;
  readonly clerkId: StaffMemberId | null;
  /** The colleague who joined for a while; null when nobody did. */
  readonly helperId: StaffMemberId | null;
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
 * What a visitor may do in the room now. Only a clerk's admission of this very person gives media rights; a screen the citizen shares when
 * a clerk asks for it, and a companion as the role allows.
 * @param nearFront whether the wait is short enough to be connected in advance
 */
export function decideVisitorRights(
  place: VisitorPlace,
  nearFront: boolean,
): Result<RoomRights, AccessRefusal> {
  const { conversation, participantState } = place;
  if (isOver(conversation)) return fail({ code: 'ended' });
  if (place.yielded) return fail({ code: 'yielded' });
  // Also who waits is connected to nothing.
  if (conversation.otherWay === 'inWriting') return fail({ code: 'inWriting' });
  if (conversation.state === 'admitted') {
    if (participantState !== 'admitted') return fail({ code: 'notYet' });
    if (conversation.otherWay !== null) return fail({ code: conversation.otherWay });
    return succeed(rightsInside(place));
  }
  return nearFront ? succeed('observeNothing') : fail({ code: 'notYet' });
}

/** What somebody may do who was admitted. */
export function rightsInside({
  companionRole,
  isAskedForScreen,
  isPictureStopped,
}: Pick<VisitorPlace, 'companionRole' | 'isAskedForScreen' | 'isPictureStopped'>): RoomRights {
  if (isPictureStopped) return 'converseUnseen';
  const screen = companionRole === undefined ? 'whenAsked' : rightsOfCompanion(companionRole).screen;
  const mayShare = screen === 'always' || (screen === 'whenAsked' && isAskedForScreen);
  return mayShare ? 'converseAndShare' : 'converse';
}

/** What a clerk may do in the room now; null when this conversation is none of the clerk's business. */
export function decideClerkRights(
  place: ClerkPlace,
  actor: StaffActor,
): Result<RoomRights, AccessRefusal> | null {
  const { conversation, clerkId, helperId } = place;
  const isHelper = mayDo(actor, 'workAtSeat') && helperId === actor.staffMemberId;
  if (!isHelper && !mayWorkForTeam(actor, place.teamId)) return null;
  if (isOver(conversation)) return fail({ code: 'ended' });
  if (conversation.otherWay === 'inWriting') return fail({ code: 'inWriting' });
  if (conversation.state === 'waiting') return succeed('readyHidden');
  if (clerkId !== actor.staffMemberId && !isHelper) return fail({ code: 'taken' });
  return conversation.otherWay === null ? succeed('converseAndShare') : fail({ code: conversation.otherWay });
}

function isOver({ state, appointmentState }: ConversationFacts): boolean {
  return state === 'ended' || (state === 'waiting' && appointmentState !== 'booked');
}
