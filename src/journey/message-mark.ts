import type { MessageKind } from './message-plan.ts';
import type { MessageChannel } from './message-policy.ts';
import type { MessageState } from './message-state.ts';

/** Whether the citizen knows: the newest that they were to be told, in one word. */

/** How far the newest news of an appointment came. */
export type MarkState = 'underway' | 'failing' | 'failed' | 'accepted' | 'delivered' | 'read';

export type MessageMark = {
  readonly kind: MessageKind;
  readonly state: MarkState;
  /** On which way it came that far. */
  readonly channel: MessageChannel;
  /** The other way, when what went last on it failed for good; null when all is well with it, or it is none. */
  readonly failed: MessageChannel | null;
  /** Changes with everything that happens to a message of the appointment. */
  readonly revision: number;
};

export type MarkedMessage = {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly state: MessageState;
  /** Epoch milliseconds. */
  readonly plannedAt: number;
  readonly attempts: number;
};

/** From what helps least to what helps most. */
const ranks: readonly MarkState[] = ['failed', 'failing', 'underway', 'accepted', 'delivered', 'read'];

const marks: Readonly<Record<Exclude<MarkedMessage['state'], 'discarded'>, MarkState>> = {
  planned: 'underway',
  sending: 'underway',
  failedTemporarily: 'failing',
  failedForGood: 'failed',
  accepted: 'accepted',
  delivered: 'delivered',
  read: 'read',
};

/**
 * The newest news and how far it came, on the way on which it came furthest; null when there was none. What is only planned for later
 * is no news yet, and what was found to be no longer wanted never was.
 * @param now epoch milliseconds
 */
export function markMessages(messages: readonly MarkedMessage[], now: number): MessageMark | null {
  const sent = messages.flatMap(({ kind, channel, state, plannedAt }) =>
    state === 'discarded' || plannedAt > now ? [] : [{ kind, channel, plannedAt, mark: marks[state] }],
  );
  if (sent.length === 0) return null;
  const newestAt = Math.max(...sent.map(({ plannedAt }) => plannedAt));
  const newest = sent.filter(({ plannedAt }) => plannedAt === newestAt);
  const [best] = newest.sort((a, b) => ranks.indexOf(b.mark) - ranks.indexOf(a.mark));
  if (best === undefined) return null;
  const { kind, channel, mark } = best;
  const others = sent.filter((message) => message.channel !== channel);
  const last = others.toSorted((a, b) => b.plannedAt - a.plannedAt)[0];
  const failed = mark !== 'failed' && last?.mark === 'failed' ? last.channel : null;
  return { kind, state: mark, channel, failed, revision: revisionOf(messages) };
}

const progress: Readonly<Record<MarkedMessage['state'], number>> = {
  planned: 0,
  sending: 1,
  failedTemporarily: 2,
  accepted: 3,
  failedForGood: 4,
  delivered: 5,
  discarded: 6,
  read: 7,
};

function revisionOf(messages: readonly MarkedMessage[]): number {
  return messages.reduce((sum, { state, attempts }) => sum + 1 + progress[state] + 10 * attempts, 0);
}
