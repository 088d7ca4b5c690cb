import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ConversationId, StaffMemberId, TeamId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type MaskedText, maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { linkMark, longestLine, whatsappWindowHours } from '#journey/text-lines.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { addLine } from './lines.data.ts';
import {
  type HeldThread,
  holdThread,
  readClerkName,
  readLastHeard,
  readThread,
  type Thread,
  writeThread,
} from './threads.data.ts';

export type ThreadFailure =
  /** Unknown, or of another team: the same answer. */
  | { readonly code: 'notFound' }
  /** Somebody else has it in hand. */
  | { readonly code: 'takenByColleague'; readonly clerkId: StaffMemberId; readonly clerkName: string }
  | { readonly code: 'closed' }
  /** They wrote again meanwhile: that is a conversation of its own. */
  | { readonly code: 'begunAnew' }
  /** They asked for no more text messages. */
  | { readonly code: 'stopped' }
  /** WhatsApp takes no free answer any more. */
  | { readonly code: 'windowClosed' }
  | { readonly code: 'empty' };

/** The whole conversation, for the seat. */
export async function openThread(
  actor: StaffActor,
  id: ConversationId,
): Promise<Result<Thread, ThreadFailure>> {
  const teamId = teamOf(actor);
  if (teamId === null) return fail({ code: 'notFound' });
  const thread = await withOrganisation(actor.organisationId, (scope) => readThread(scope, id, teamId));
  return thread === null ? fail({ code: 'notFound' }) : succeed(thread);
}

/**
 * Takes the conversation in hand, so that nobody answers beside.
 * @param from the colleague from whom it is taken over, knowingly; null to take what nobody has
 */
export async function claimThread(
  clock: Clock,
  actor: StaffActor,
  id: ConversationId,
  from: StaffMemberId | null,
): Promise<Result<'claimed', ThreadFailure>> {
  return changeThread(clock, actor, id, async ({ scope, thread, at }) => {
    const { clerkId } = thread;
    if (clerkId === actor.staffMemberId) return succeed('claimed');
    if (clerkId !== null && clerkId !== from) return fail(await takenBy(scope, clerkId));
    await writeThread(scope, id, { state: 'admitted', clerkId: actor.staffMemberId, at });
    return succeed('claimed');
  });
}

/** Puts it back for everybody. */
export async function releaseThread(
  clock: Clock,
  actor: StaffActor,
  id: ConversationId,
): Promise<Result<'released', ThreadFailure>> {
  return changeThread(clock, actor, id, async ({ scope, thread: { clerkId } }) => {
    if (clerkId === null) return succeed('released');
    if (clerkId !== actor.staffMemberId) return fail(await takenBy(scope, clerkId));
    await writeThread(scope, id, { state: 'waiting' });
    return succeed('released');
  });
}

export type ThreadAnswer = { readonly text: string; readonly withLink: boolean };

/**
 * Answers, and takes in hand what nobody had. The secure link goes below the text, or alone. Nobody knows for sure who reads it: sensitive
 * numbers leave unreadable, whatever the screen said of them before.
 */
export async function answerThread(
  clock: Clock,
  actor: StaffActor,
  id: ConversationId,
  answer: ThreadAnswer,
): Promise<Result<'answered', ThreadFailure>> {
  const { text, isMasked } = textOf(answer);
  if (text === '') return fail({ code: 'empty' });
  return changeThread(clock, actor, id, async ({ scope, thread, at }) => {
    const { clerkId, means, isStopped } = thread;
    if (clerkId !== null && clerkId !== actor.staffMemberId) return fail(await takenBy(scope, clerkId));
    if (isStopped) return fail({ code: 'stopped' });
    const heardAt = await readLastHeard(scope, id);
    const windowEndsAt = (heardAt ?? 0) + whatsappWindowHours * 60 * MINUTE_MILLISECONDS;
    if (means === 'whatsapp' && at.getTime() >= windowEndsAt) return fail({ code: 'windowClosed' });
    if (clerkId === null)
      await writeThread(scope, id, { state: 'admitted', clerkId: actor.staffMemberId, at });
    await addLine(scope, id, { author: 'clerk', staffMemberId: actor.staffMemberId, text, isMasked, at });
    return succeed('answered');
  });
}

/** Ends it. Whoever writes again begins a new one. */
export async function closeThread(
  clock: Clock,
  actor: StaffActor,
  id: ConversationId,
): Promise<Result<'closed', ThreadFailure>> {
  return changeThread(clock, actor, id, async ({ scope, thread: { clerkId }, at }) => {
    if (clerkId !== null && clerkId !== actor.staffMemberId) return fail(await takenBy(scope, clerkId));
    await writeThread(scope, id, { state: 'ended', at });
    return succeed('closed');
  });
}

/** So long after it was closed that can be taken back. */
const reopenMinutes = 10;

/** Takes the closing back: it is where it was, in the same hands. */
export async function reopenThread(
  clock: Clock,
  actor: StaffActor,
  id: ConversationId,
): Promise<Result<'reopened', ThreadFailure>> {
  try {
    return await changeThread(
      clock,
      actor,
      id,
      async ({ scope, thread: { clerkId, endedAt }, at }) => {
        if (clerkId !== null && clerkId !== actor.staffMemberId) return fail(await takenBy(scope, clerkId));
        const until = (endedAt?.getTime() ?? 0) + reopenMinutes * MINUTE_MILLISECONDS;
        if (at.getTime() > until) return fail({ code: 'closed' });
        await writeThread(scope, id, { state: 'reopened', clerkId });
        return succeed('reopened');
      },
      'ended',
    );
  } catch (error) {
    if (isUniqueViolation(error)) return fail({ code: 'begunAnew' });
    throw error;
  }
}

type Change<Done extends string> = (held: {
  readonly scope: OrganisationScope;
  readonly thread: HeldThread;
  readonly at: Date;
}) => Promise<Result<Done, ThreadFailure>>;

/** Holds a conversation of the clerk's team that is open, or that is not, changes it, and tells the team. */
async function changeThread<Done extends string>(
  clock: Clock,
  actor: StaffActor,
  id: ConversationId,
  change: Change<Done>,
  of: 'open' | 'ended' = 'open',
): Promise<Result<Done, ThreadFailure>> {
  const teamId = teamOf(actor);
  if (teamId === null) return fail({ code: 'notFound' });
  return withOrganisation(actor.organisationId, async (scope) => {
    const thread = await holdThread(scope, id, teamId);
    if (thread === null) return fail({ code: 'notFound' });
    if ((thread.state === 'ended') !== (of === 'ended')) return fail({ code: 'closed' });
    const now = clock.now();
    const done = await change({ scope, thread, at: new Date(now) });
    if (!done.ok) return done;
    await recordEvent(scope, {
      streams: [`team:${teamId}`, `conversation:${id}`],
      type: `thread.${done.value}`,
      actor: eventActorOf(actor),
      payload: { conversationId: id },
      at: now,
    });
    return done;
  });
}

/** The team at whose seat the clerk sits; null without one, or when it is no longer theirs. */
function teamOf(actor: StaffActor): TeamId | null {
  const teamId = actor.seat?.teamId ?? null;
  return teamId !== null && mayWorkForTeam(actor, teamId) ? teamId : null;
}

async function takenBy(scope: OrganisationScope, clerkId: StaffMemberId): Promise<ThreadFailure> {
  return { code: 'takenByColleague', clerkId, clerkName: await readClerkName(scope, clerkId) };
}

function textOf({ text, withLink }: ThreadAnswer): MaskedText {
  const typed = maskSensitiveNumbers(text.replace(/\r\n?/g, '\n').replaceAll(linkMark, '').trim());
  const parts = [typed.text.slice(0, longestLine - 10), ...(withLink ? [linkMark] : [])];
  return { text: parts.filter((part) => part !== '').join('\n'), isMasked: typed.isMasked };
}
