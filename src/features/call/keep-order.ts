import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor, type VisitActor } from '#journey/actor.ts';
import type { ConversationId } from '#journey/ids.ts';
import { longestReport, type Misconduct } from '#journey/misconduct.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import {
  addReport,
  changeGuest,
  type Guest,
  isInOwnConversation,
  saveWarningRead,
  type Who,
} from './conduct.data.ts';
import { settleVisitorRights } from './settle-rights.ts';

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };

/** Nobody of that id is inside with this clerk: unknown, of a colleague and gone look the same. */
export type ConductFailure = { readonly code: 'notFound' };

/** Shows somebody in the conversation why this cannot go on; it stays on their screen until they say to have read it. */
export async function warnGuest(
  clock: Clock,
  actor: StaffActor,
  who: Who,
  kind: Misconduct,
): Promise<Result<null, ConductFailure>> {
  const guest = await changeOne(clock, actor, {
    type: 'participant.warned',
    kind,
    write: (scope) => changeGuest(scope, actor, who, { warnedFor: kind, warningReadAt: null }),
  });
  return guest === null ? fail({ code: 'notFound' }) : succeed(null);
}

/**
 * Takes somebody the right to be seen and to show anything, or gives it back. The video server takes away what they send at once.
 * @param kind for what, which they read; null gives it back
 */
export async function stopPicture(
  { clock, videoRooms }: Tools,
  actor: StaffActor,
  who: Who,
  kind: Misconduct | null,
): Promise<Result<null, ConductFailure>> {
  const stop = { pictureStoppedFor: kind, ...(kind === null ? {} : { screenAsk: null }) };
  const guest = await changeOne(clock, actor, {
    type: kind === null ? 'participant.pictureGivenBack' : 'participant.pictureStopped',
    kind,
    write: (scope) => changeGuest(scope, actor, who, stop),
  });
  if (guest === null) return fail({ code: 'notFound' });
  const { visitId } = guest;
  // Whoever is inside is not asked whether their turn is near. A failing video server undoes nothing: the next token has these rights.
  const means = { videoRooms, isNearFront: async () => false };
  await settleVisitorRights(means, { organisationId: actor.organisationId, visitId }).catch(
    (error: unknown) => logUnexpected(error, 'stopping a picture'),
  );
  return succeed(null);
}

/** The visitor has read the warning. Without one it changes nothing. */
export async function readWarning(clock: Clock, actor: VisitActor): Promise<void> {
  const now = clock.now();
  await withOrganisation(actor.organisationId, async (scope) => {
    const guest = await saveWarningRead(scope, actor.visitId, new Date(now));
    if (guest !== null)
      await record(scope, guest, { type: 'participant.warningRead', actor, kind: null, now });
  });
}

export type ReportFailure = ConductFailure | { readonly code: 'tooLong' };

/** Keeps for the supervisors what happened, in the clerk's words; no picture and no sound goes with it. */
export async function reportMisconduct(
  clock: Clock,
  actor: StaffActor,
  conversationId: ConversationId,
  { kind, words }: { readonly kind: Misconduct; readonly words: string },
): Promise<Result<null, ReportFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  if (words.length > longestReport) return fail({ code: 'tooLong' });
  const now = clock.now();
  const { staffMemberId } = actor;
  return withOrganisation(actor.organisationId, async (scope) => {
    if (!(await isInOwnConversation(scope, actor, conversationId))) return fail({ code: 'notFound' });
    await addReport(scope, { conversationId, staffMemberId, kind, words: words.trim(), at: new Date(now) });
    await recordEvent(scope, {
      streams: [`conversation:${conversationId}`],
      type: 'conversation.reported',
      actor: eventActorOf(actor),
      payload: { conversationId, kind },
      at: now,
    });
    return succeed(null);
  });
}

type Step = {
  readonly type: string;
  readonly kind: Misconduct | null;
  readonly write: (scope: OrganisationScope) => Promise<Guest | null>;
};

async function changeOne(
  clock: Clock,
  actor: StaffActor,
  { type, kind, write }: Step,
): Promise<Guest | null> {
  if (!mayDo(actor, 'workAtSeat')) return null;
  const now = clock.now();
  return withOrganisation(actor.organisationId, async (scope) => {
    const guest = await write(scope);
    if (guest !== null) await record(scope, guest, { type, actor, kind, now });
    return guest;
  });
}

function record(
  scope: OrganisationScope,
  { conversationId, participantId, teamId, appointmentId }: Guest,
  happened: {
    readonly type: string;
    readonly actor: StaffActor | VisitActor;
    readonly kind: Misconduct | null;
    readonly now: number;
  },
): Promise<void> {
  return recordEvent(scope, {
    streams: [`team:${teamId}`, `appointment:${appointmentId}`, `conversation:${conversationId}`],
    type: happened.type,
    actor: eventActorOf(happened.actor),
    payload: { conversationId, participantId, kind: happened.kind },
    at: happened.now,
  });
}
