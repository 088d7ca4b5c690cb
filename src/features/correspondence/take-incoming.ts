import { recordEvent } from '#db/event-log.ts';
import { type Heard, writeHeard } from '#db/heard-from.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { readTextStops, takeBackTextStop, writeTextStop } from '#db/text-stops.ts';
import { systemActor } from '#journey/actor.ts';
import type { ConversationId, MessageId, OrganisationId } from '#journey/ids.ts';
import type { FormOfAddress, Language } from '#journey/language.ts';
import { maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { type ContactMeans, linkMark, longestLine } from '#journey/text-lines.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { Clock } from '#ports/clock.ts';
import { writeAutomaticAnswer, writeTooMany } from './automatic-answer.ts';
import {
  type About,
  findAnswered,
  findByAddress,
  findDefaultTeam,
  holdOpenThread,
  holdOrOpenThread,
  isKnownSource,
  type OpenThread,
  readSaidBefore,
} from './incoming.data.ts';
import { countLine } from './incoming-limit.ts';
import { addLine } from './lines.data.ts';
import { readStopWord } from './stop-words.ts';

/** Something that somebody wrote, in whatever way. */
export type Incoming = {
  readonly means: ContactMeans;
  /** E.164, or a mail address in lower case. */
  readonly from: string;
  /** The municipality's own number, name or address. */
  readonly to: string;
  readonly text: string;
  readonly files: number;
  /** The provider's name for it: what comes in twice is kept once. */
  readonly sourceReference: string;
  /** Messages of ours that it answers. */
  readonly answered: readonly MessageId[];
  /** The provider's own word that they want no more messages, or again. */
  readonly optOut: 'stop' | 'start' | null;
};

export type Receiver = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly formOfAddress: FormOfAddress;
  readonly defaultLanguage: Language;
  /** Where it can be called. */
  readonly phone: string;
};

export type IncomingTools = { readonly clock: Clock; readonly attemptLimiter: AttemptLimiter };

export type IncomingResult =
  | { readonly kind: 'taken'; readonly conversationId: ConversationId; readonly isNew: boolean }
  /** It came in before; or nothing is in it; or nobody is there to read it; or whoever sent it writes too much. */
  | { readonly kind: 'known' | 'empty' | 'nobody' | 'tooMany' };

/**
 * Takes in what somebody wrote: a line in the open conversation with that address, or in a new one that waits at the seat of the team
 * of their appointment. Sensitive numbers are made unreadable before anything is kept. The first line is answered once with a warning
 * about private data; a number or a file at once, also once. Who writes stays unknown, whatever the address says. Of whoever writes too
 * much in an hour nothing more is kept, which they are told once; a wish for no more messages is always heard.
 */
export async function takeIncoming(
  { clock, attemptLimiter }: IncomingTools,
  receiver: Receiver,
  incoming: Incoming,
): Promise<IncomingResult> {
  const { text, isMasked } = cleanText(incoming.text);
  if (text === '' && incoming.files === 0) return { kind: 'empty' };
  const verdict =
    wishOf(incoming, text) === null
      ? await countLine(attemptLimiter, { organisationId: receiver.id, ...incoming })
      : 'take';
  if (verdict === 'tell') await tellTooMany(receiver, incoming, clock.now());
  if (verdict !== 'take') return { kind: 'tooMany' };
  return withOrganisation(receiver.id, async (scope) => {
    if (await isKnownSource(scope, incoming.sourceReference)) return { kind: 'known' };
    const at = new Date(clock.now());
    const about =
      (await findAnswered(scope, incoming.answered)) ??
      (await findByAddress(scope, incoming.means, incoming.from, at));
    const teamId = about?.teamId ?? (await findDefaultTeam(scope));
    if (teamId === null) return { kind: 'nobody' };
    const contact = { means: incoming.means, contactAddress: incoming.from, ownAddress: incoming.to };
    const thread = await holdOrOpenThread(scope, contact, { about, teamId, at });
    // Once more, now that nobody else can write in it.
    if (await isKnownSource(scope, incoming.sourceReference)) return { kind: 'known' };
    await writeIn(scope, receiver, { incoming, thread, about, text, isMasked, at });
    return { kind: 'taken', conversationId: thread.id, isNew: thread.isNew };
  });
}

/** What they say of text messages themselves: none any more, or again. */
function wishOf({ means, optOut }: Incoming, text: string): 'stop' | 'start' | null {
  return means === 'sms' ? (optOut ?? readStopWord(text)) : null;
}

async function isStopped(scope: OrganisationScope, { means, from }: Pick<Incoming, 'means' | 'from'>) {
  return means === 'sms' && (await readTextStops(scope, [from])).has(from);
}

/** Says it in the conversation that they fill; without one there is nobody to say it to. */
function tellTooMany(receiver: Receiver, { means, from }: Incoming, now: number): Promise<void> {
  return withOrganisation(receiver.id, async (scope) => {
    const thread = await holdOpenThread(scope, { means, contactAddress: from });
    if (thread === null || (await isStopped(scope, { means, from }))) return;
    const { defaultLanguage, formOfAddress, phone } = receiver;
    const text = writeTooMany({ language: thread.language ?? defaultLanguage, formOfAddress }, phone);
    const { number } = await addLine(scope, thread.id, { author: 'product', at: new Date(now), text });
    await recordEvent(scope, {
      streams: [`team:${thread.teamId}`, `conversation:${thread.id}`],
      type: 'line.refused',
      actor: systemActor,
      payload: { conversationId: thread.id, number, means, why: 'tooMany' },
      at: now,
    });
  });
}

type Arrival = {
  readonly incoming: Incoming;
  readonly thread: OpenThread;
  readonly about: About | null;
  readonly text: string;
  readonly isMasked: boolean;
  readonly at: Date;
};

async function writeIn(scope: OrganisationScope, receiver: Receiver, arrival: Arrival): Promise<void> {
  const { incoming, thread, about, text, isMasked, at } = arrival;
  const { files: refusedFiles, sourceReference } = incoming;
  const before = await readSaidBefore(scope, thread.id);
  const line = { author: 'citizen', at, text, isMasked, refusedFiles, sourceReference } as const;
  const { number } = await addLine(scope, thread.id, line);
  const wish = wishOf(incoming, text);
  if (wish === 'stop') await writeTextStop(scope, incoming.from, at);
  if (wish === 'start') await takeBackTextStop(scope, incoming.from);
  // Whoever writes about it read what was sent. STOP says nothing of that: it is said to a number.
  if (about !== null && wish === null) await writeHeard(scope, heardOf(about, at));
  const occasion = {
    isFirst: thread.isNew,
    wasMasked: isMasked && !before.masked,
    hadFiles: refusedFiles > 0 && !before.files,
  };
  const voice = {
    language: about?.language ?? receiver.defaultLanguage,
    formOfAddress: receiver.formOfAddress,
  };
  // Whoever says stop gets nothing more, not even that it was understood: their provider says it.
  const maySpeak = wish === null && !(await isStopped(scope, incoming));
  const answer = maySpeak ? writeAutomaticAnswer(occasion, voice, receiver.name) : null;
  if (answer !== null) await addLine(scope, thread.id, { author: 'product', at, text: answer });
  await recordEvent(scope, {
    streams: [`team:${thread.teamId}`, `conversation:${thread.id}`],
    type: 'line.arrived',
    actor: systemActor,
    payload: {
      conversationId: thread.id,
      number,
      means: incoming.means,
      masked: isMasked,
      ...(wish !== null && { texts: wish }),
    },
    at: at.getTime(),
  });
}

function heardOf({ appointmentId, teamId }: About, at: Date): Heard {
  const by = { kind: 'citizen', id: appointmentId } as const;
  return { appointmentId, teamId, by, how: 'wrote', at: epochMilliseconds(at.getTime()) };
}

/** Without signs that print nothing, masked, and no longer than what is kept. */
function cleanText(text: string): ReturnType<typeof maskSensitiveNumbers> {
  const printable = text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll(linkMark, '')
    .trim();
  const { text: masked, isMasked } = maskSensitiveNumbers(printable);
  return { text: masked.length > longestLine ? `${masked.slice(0, longestLine - 1)}…` : masked, isMasked };
}
