import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type {
  ConversationId,
  ForwardId,
  ParticipantId,
  RoomName,
  StaffMemberId,
  TeamId,
} from '#journey/ids.ts';
import { type FormOfAddress, type Language, localize } from '#journey/language.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { RoomRights, VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import type { ForwardAct, ForwardFailure, NewForward, Receivers } from './forward.ts';
import {
  addForward,
  findForward,
  type HeldConversation,
  type HeldForward,
  holdRunning,
  isBusy,
  isSeated,
  putInside,
  putOutside,
  readReceivers,
  saveClerk,
  saveState,
  settleStale,
} from './forwards.data.ts';

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };

/** To whom this clerk can pass a conversation on: teams, and who sits at a seat now. */
export async function listReceivers(
  clock: Clock,
  actor: StaffActor,
  { language, formOfAddress }: { readonly language: Language; readonly formOfAddress: FormOfAddress },
): Promise<Receivers> {
  if (!mayDo(actor, 'workAtSeat')) return { teams: [], people: [] };
  const { teams, people } = await withOrganisation(actor.organisationId, (scope) =>
    readReceivers(scope, new Date(clock.now())),
  );
  const named = teams.map(({ id, name }) => ({ id, name: localize(name, language, formOfAddress) }));
  const nameOf = (teamId: string) => named.find(({ id }) => id === teamId)?.name ?? '';
  return {
    teams: named,
    people: people
      .filter(({ id }) => id !== actor.staffMemberId)
      .map((person) => ({ ...person, teamName: nameOf(person.teamId) })),
  };
}

/** The clerk asks a colleague or a team to join the conversation, or to take it over. One question at a time. */
export async function forwardConversation(
  { clock }: Tools,
  actor: StaffActor,
  conversationId: ConversationId,
  wanted: NewForward,
): Promise<Result<ForwardId, ForwardFailure>> {
  const now = clock.now();
  const at = new Date(now);
  const teamId = wanted.teamId as TeamId;
  const clerkId = wanted.clerkId as StaffMemberId | null;
  return withOrganisation<Result<ForwardId, ForwardFailure>>(actor.organisationId, async (scope) => {
    const conversation = await holdRunning(scope, conversationId);
    if (conversation === null || !isOwn(actor, conversation)) return fail({ code: 'notFound' });
    if (!(await isSeated(scope, { teamId, clerkId, not: actor.staffMemberId }, at)))
      return fail({ code: 'nobodyThere' });
    await settleStale(scope, conversationId, actor.staffMemberId, at);
    const id = await addForward(scope, {
      conversationId,
      kind: wanted.kind,
      fromClerkId: actor.staffMemberId,
      toTeamId: teamId,
      toClerkId: clerkId,
      note: wanted.note,
      createdAt: at,
    });
    await record(scope, actor, { conversation, teamId, type: 'asked', id, kind: wanted.kind, now });
    return succeed(id);
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) return fail({ code: 'alreadyForwarded' as const });
    throw error;
  });
}

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
      if (act === 'accept') return accept(attempt);
      return act === 'decline' ? decline(attempt) : end(attempt, act);
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
  await record(scope, actor, {
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
  await record(scope, actor, { conversation, teamId, type: 'declined', id, kind, now });
  return succeed([]);
}

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
  await record(scope, actor, { conversation, teamId, type: state, id, kind, now });
  const who = takenById === null ? null : await putOutside(scope, conversation.id, takenById);
  return succeed(who === null ? [] : [{ room: conversation.roomName, who, rights: 'observeNothing' }]);
}

function isOwn(actor: StaffActor, { clerkId, teamId }: HeldConversation): boolean {
  return clerkId === actor.staffMemberId && mayWorkForTeam(actor, teamId);
}

/** Whether it was asked of this clerk, or of the team at whose seat they sit. */
function isFor(actor: StaffActor, { toClerkId, toTeamId, fromClerkId }: HeldForward): boolean {
  if (fromClerkId === actor.staffMemberId) return false;
  return toClerkId === null
    ? actor.seat?.teamId === toTeamId && mayWorkForTeam(actor, toTeamId)
    : toClerkId === actor.staffMemberId;
}

type Happened = {
  readonly conversation: HeldConversation;
  /** Of the colleague. */
  readonly teamId: TeamId;
  readonly type: 'asked' | 'taken' | 'declined' | 'withdrawn' | 'done';
  readonly id: ForwardId;
  readonly kind: HeldForward['kind'];
  readonly now: number;
};

/** Both teams' seats and the citizen's page follow. */
function record(
  scope: OrganisationScope,
  actor: StaffActor,
  { conversation, teamId, type, id, kind, now }: Happened,
): Promise<void> {
  const teams = teamId === conversation.teamId ? [teamId] : [conversation.teamId, teamId];
  return recordEvent(scope, {
    streams: [
      ...teams.map((team) => `team:${team}` as const),
      `appointment:${conversation.appointmentId}`,
      `conversation:${conversation.id}`,
    ],
    type: `forward.${type}`,
    actor: eventActorOf(actor),
    payload: { conversationId: conversation.id, forwardId: id, kind },
    at: now,
  });
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
