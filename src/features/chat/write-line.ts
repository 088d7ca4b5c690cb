import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor, type VisitActor } from '#journey/actor.ts';
import { longestChatLine, tidyChatLine } from '#journey/chat.ts';
import type { ConversationId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { addChatLine, type ChatPerson, countChatLines, findChatPlace, holdRunning } from './chat.data.ts';

/** More lines in a minute are no longer a conversation. */
export const mostLinesPerMinute = 40;

export type ChatWriter = VisitActor | { readonly actor: StaffActor; readonly conversationId: ConversationId };

export type WriteFailure =
  /** Not inside, not in a role that writes, or the conversation is over: the same answer. */
  | { readonly code: 'notFound' }
  | { readonly code: 'empty' }
  | { readonly code: 'tooLong' }
  /** Many lines in a short time: later it goes. */
  | { readonly code: 'tooFast' };

export type WrittenLine = {
  /** UUID that the writer's page made for this line: sent again, it is the same line. */
  readonly key: string;
  readonly text: string;
};

/**
 * Writes a line beside the picture. Nobody is identified yet, so sensitive numbers are masked before it is kept; the same key never
 * makes a second line.
 */
export async function writeLine(
  clock: Clock,
  writer: ChatWriter,
  { key, text }: WrittenLine,
): Promise<Result<null, WriteFailure>> {
  const person = chatPersonOf(writer);
  if (person === null) return fail({ code: 'notFound' });
  const tidy = tidyChatLine(text);
  if (tidy === '') return fail({ code: 'empty' });
  if (tidy.length > longestChatLine) return fail({ code: 'tooLong' });
  const actor = actorOf(writer);
  const now = clock.now();
  return withOrganisation(actor.organisationId, async (scope) => {
    const place = await findChatPlace(scope, person);
    if (place === null || !(await holdRunning(scope, place.conversationId)))
      return fail({ code: 'notFound' });
    const since = new Date(now - MINUTE_MILLISECONDS);
    if ((await countChatLines(scope, place.participantId, since)) >= mostLinesPerMinute)
      return fail({ code: 'tooFast' });
    const staffMemberId = actor.kind === 'staff' ? actor.staffMemberId : null;
    const line = { key, ...maskSensitiveNumbers(tidy), at: new Date(now) };
    const number = await addChatLine(scope, place, staffMemberId, line);
    if (number === null) return succeed(null);
    // Only the conversation's own stream: the queue and everybody who waits have nothing to do with it.
    await recordEvent(scope, {
      streams: [`conversation:${place.conversationId}`],
      type: 'chat.written',
      actor: eventActorOf(actor),
      payload: { conversationId: place.conversationId, number },
      at: now,
    });
    return succeed(null);
  });
}

/** As whom somebody reads and writes; null for staff without the right to speak with citizens. */
export function chatPersonOf(writer: ChatWriter): ChatPerson | null {
  if ('kind' in writer) return { visitId: writer.visitId };
  const { actor, conversationId } = writer;
  return mayDo(actor, 'workAtSeat') ? { conversationId, staffMemberId: actor.staffMemberId } : null;
}

export function actorOf(writer: ChatWriter): StaffActor | VisitActor {
  return 'kind' in writer ? writer : writer.actor;
}
