import type { MarkedMessage } from '#journey/message-mark.ts';
import type { MessagePolicy } from '#journey/message-policy.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';

/** What follows when a message came back or nothing is heard: the other of mail and text message, then a call. Epoch milliseconds. */

export type Situation = {
  readonly startAt: number;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** The number wants no text messages. */
  readonly textsStopped: boolean;
  /** The last gesture of the citizen's own; null for never. */
  readonly heardAt: number | null;
  /** What did not go because the number wants none counts as having failed for good. */
  readonly messages: readonly Pick<MarkedMessage, 'kind' | 'channel' | 'state' | 'plannedAt'>[];
  /** When a call was asked for last; null for never. */
  readonly callAskedAt: number | null;
};

export type Escalation = 'text' | 'mail' | { readonly call: 'bounced' | 'unread' } | null;

/** Later than this before the start a text message comes too late to be of use, and a call as well. */
const ofUseMinutes = 10;

/** For so long after it was to go, nobody is asked to follow up a message that may still arrive. */
const patienceMinutes = 10;

/** What tells of an appointment that is to come; the rest tells of other things. */
const news: ReadonlySet<string> = new Set(['confirmation', 'moved', 'reminder']);

/**
 * What to do now. It looks at the newest news and what followed on it: who let something be heard since then needs nothing, and nobody
 * is written to twice or put on the list twice for the same news.
 */
export function decideEscalation(
  { startAt, email, phone, textsStopped, heardAt, messages, callAskedAt }: Situation,
  policy: Pick<MessagePolicy, 'escalateUnreadMinutes' | 'escalateBounced'>,
  now: number,
): Escalation {
  const sent = messages.filter(({ state, plannedAt }) => state !== 'discarded' && plannedAt <= now);
  const newsAt = Math.max(...sent.filter(({ kind }) => news.has(kind)).map(({ plannedAt }) => plannedAt));
  const minutesLeft = (startAt - now) / MINUTE_MILLISECONDS;
  if (!Number.isFinite(newsAt) || minutesLeft < ofUseMinutes) return null;
  if (heardAt !== null && heardAt >= newsAt) return null;
  if (callAskedAt !== null && callAskedAt >= newsAt) return null;
  const recent = sent.filter(({ plannedAt }) => plannedAt >= newsAt);
  const texts = recent.filter(({ channel }) => channel === 'sms');
  const mayText = texts.length === 0 && phone !== null && canReceiveTexts(phone) && !textsStopped;
  const mayMail = email !== null && recent.every(({ channel }) => channel !== 'email');
  const all = (state: string) => recent.every((message) => message.state === state);
  const hasBounced = recent.some(({ state }) => state === 'failedForGood');
  const next = mayText ? 'text' : mayMail ? 'mail' : null;
  if (hasBounced && next !== null && policy.escalateBounced) return next;
  if (all('failedForGood') && next === null) return { call: 'bounced' };
  const { escalateUnreadMinutes } = policy;
  if (escalateUnreadMinutes === null || minutesLeft > escalateUnreadMinutes) return null;
  if (mayText) return 'text';
  if (isKnownToArrive(texts)) return null;
  // A text message, and what followed, gets time to arrive and to be answered.
  const followed = recent.filter(({ channel, kind }) => channel === 'sms' || kind === 'escalation');
  const open = followed.filter(({ state }) => state !== 'failedForGood');
  if (open.some(({ plannedAt }) => now - plannedAt < patienceMinutes * MINUTE_MILLISECONDS)) return null;
  const isOver = open.length === 0;
  if (!isOver && minutesLeft > escalateUnreadMinutes / 2) return null;
  return mayMail ? 'mail' : { call: 'unread' };
}

/** A text message that reached the telephone was seen; of a mail in a mailbox nobody knows. */
function isKnownToArrive(texts: Situation['messages']): boolean {
  return texts.some(({ state }) => state === 'delivered' || state === 'read');
}
