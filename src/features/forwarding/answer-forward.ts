import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ForwardId, ParticipantId, RoomName } from '#journey/ids.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import type { ForwardAct, ForwardFailure } from './forward.ts';
import {
  findForward,
  type HeldConversation,
  type HeldForward,
  holdRunning,
  isBusy,
  putInside,
  putOutside,
  saveClerk,
  saveState,
} from './forwards.data.ts';
import { recordForward } from './record-forward.ts';

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };

/** Somebody whose rights in the room have to be set after the commit. */
type Given = { readonly room: RoomName; readonly who: ParticipantId; readonly rights: RoomRights };

/**
 * What is done about a question to a colleague: who asked takes it back, or lets the colleague go; a colleague takes it, would rather
 * not, or leaves again. Of several who try at once the database lets one.
 */
export async function answerForward(
  { clock, videoRooms }: Tools,
  actor: StaffActor,
  id: ForwardId,
  act: ForwardAct,
): Promise<Result<null, ForwardFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  const answered = await withOrganisation<Result<readonly Given[], ForwardFailure>>(
    actor.organisationId,
    async (scope) => {
      const forward = await findForward(scope, id);
      if (forward === null) return fail({ code: 'gone' });
      const conversation = await holdRunning(scope, forward.conversationId);
      if (conversation === null || conversation.clerkId !== forward.fromClerkId)
        return fail({ code: 'gone' });
      const attempt = { scope, actor, forward, conversation, now: clock.now() };
      const answer = act === 'accept' ? accept : act === 'decline' ? decline : leave(act);
      const given = await answer(attempt);
      // In writing there is no room before it is raised to video.
      return given.ok && conversation.inWriting ? succeed([]) : given;
    },
  ).catch((error: unknown) => {
    // The database refuses a second conversation of the same clerk.
    if (isUniqueViolation(error)) return fail({ code: 'alreadyInConversation' as const });
    throw error;
  });
  if (!answered.ok) return answered;
  // Who is not connected yet gets these rights with the next token, so a failing video server undoes nothing.
  await Promise.all(
    answered.value.map(({ room, who, rights }) => videoRooms.grant(room, [who], rights)),
  ).catch((error: unknown) => logUnexpected(error, 'passing a conversation on'));
  return succeed(null);
}

type Attempt = {
  readonly scope: OrganisationScope;
  readonly actor: StaffActor;
  readonly forward: HeldForward;
  readonly conversation: HeldConversation;
  readonly now: number;
};
type Answered = Promise<Result<readonly Given[], ForwardFailure>>;

async function accept({ scope, actor, forward, conversation, now }: Attempt): Answered {
  const { seat, staffMemberId: by } = actor;
  if (seat === null || !isFor(actor, forward)) return fail({ code: 'notFound' });
  if (await isBusy(scope, by)) return fail({ code: 'alreadyInConversation' });
  const at = new Date(now);
  const isHandOver = forward.kind === 'handOver';
  const isFirst = await saveState(
    scope,
    { id: forward.id, state: 'open' },
    { state: isHandOver ? 'done' : 'taken', by, at },
  );
  if (!isFirst) return fail({ code: 'gone' });
  const room = conversation.roomName;
  const given: Given[] = [];
  if (isHandOver) {
    const before = await putOutside(scope, conversation.id, conversation.clerkId);
    await saveClerk(scope, conversation, { clerkId: by, seatId: seat.id, teamId: seat.teamId });
    if (before !== null) given.push({ room, who: before, rights: 'observeNothing' });
  }
  const who = await putInside(scope, conversation.id, by, at);
  given.push({ room, who, rights: 'converseAndShare' });
  await recordForward(scope, actor, {
    conversation,
    teamId: seat.teamId,
    type: 'taken',
    id: forward.id,
    kind: forward.kind,
    now,
  });
  // Who reads a dossier of another team does so for a reason, and that is written down.
  if (seat.teamId !== conversation.teamId) await recordAccess(scope, actor, { forward, conversation, now });
  return succeed(given);
}

async function decline({ scope, actor, forward, conversation, now }: Attempt): Answered {
  if (forward.toClerkId !== actor.staffMemberId) return fail({ code: 'notFound' });
  const at = new Date(now);
  if (!(await saveState(scope, { id: forward.id, state: 'open' }, { state: 'declined', at })))
    return fail({ code: 'gone' });
  const { id, kind, toTeamId: teamId } = forward;
  await recordForward(scope, actor, { conversation, teamId, type: 'declined', id, kind, now });
  return succeed([]);
}

const leave = (act: 'withdraw' | 'leave') => (attempt: Attempt) => end(attempt, act);

/** Taken back by who asked, also when the colleague is there already; or left by the colleague. */
async function end(
  { scope, actor, forward, conversation, now }: Attempt,
  act: 'withdraw' | 'leave',
): Answered {
  const mayEnd =
    act === 'withdraw'
      ? forward.fromClerkId === actor.staffMemberId
      : forward.takenById === actor.staffMemberId && forward.state === 'taken';
  if (!mayEnd) return fail({ code: 'notFound' });
  const state = forward.state === 'taken' ? ('done' as const) : ('withdrawn' as const);
  if (!(await saveState(scope, forward, { state, at: new Date(now) }))) return fail({ code: 'gone' });
  const { id, kind, toTeamId: teamId, takenById } = forward;
  await recordForward(scope, actor, { conversation, teamId, type: state, id, kind, now });
  const who = takenById === null ? null : await putOutside(scope, conversation.id, takenById);
  return succeed(who === null ? [] : [{ room: conversation.roomName, who, rights: 'observeNothing' }]);
}

/** Whether it was asked of this clerk, or of the team at whose seat they sit. */
function isFor(actor: StaffActor, { toClerkId, toTeamId, fromClerkId }: HeldForward): boolean {
  if (fromClerkId === actor.staffMemberId) return false;
  return toClerkId === null
    ? actor.seat?.teamId === toTeamId && mayWorkForTeam(actor, toTeamId)
    : toClerkId === actor.staffMemberId;
}

function recordAccess(
  scope: OrganisationScope,
  actor: StaffActor,
  { forward, conversation, now }: Pick<Attempt, 'forward' | 'conversation' | 'now'>,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${conversation.appointmentId}`],
    type: 'dossier.openedToOtherTeam',
    actor: eventActorOf(actor),
    payload: { reason: forward.kind, forwardId: forward.id, toTeamId: actor.seat?.teamId ?? '' },
    at: now,
  });
}
