import type { MessageState } from '#journey/message-state.ts';

/** What can be heard of a message after it was handed over. */
export type ReportedState = Extract<MessageState, 'accepted' | 'delivered' | 'read' | 'failedForGood'>;

/**
 * What each state may become. Trying goes round between `sending` and `failedTemporarily`; `sending` may become itself: a process
 * was killed and another one takes over. What is heard afterwards has an order of its own, in which each may become every later
 * one: accepted, failedForGood, delivered, read. A proof of arrival is stronger than a failure, also when it comes after it.
 */
const mayFollow: Readonly<Record<MessageState, readonly MessageState[]>> = {
  planned: ['sending', 'discarded'],
  sending: ['sending', 'failedTemporarily', 'discarded', 'accepted', 'failedForGood', 'delivered', 'read'],
  failedTemporarily: ['sending', 'discarded', 'accepted', 'failedForGood', 'delivered', 'read'],
  accepted: ['failedForGood', 'delivered', 'read'],
  failedForGood: ['delivered', 'read'],
  delivered: ['read'],
  read: [],
  discarded: [],
};

export function mayBecome(from: MessageState, to: MessageState): boolean {
  return mayFollow[from].includes(to);
}

/** The states that may become this one: the condition of the update that writes it. */
export function statesBefore(to: MessageState): MessageState[] {
  return (Object.keys(mayFollow) as MessageState[]).filter((from) => mayBecome(from, to));
}

/** Where a message is after all that was heard of it: in whatever order and however often it came, the same. */
export function stateAfter(state: MessageState, heard: readonly ReportedState[]): MessageState {
  return heard.reduce<MessageState>((reached, next) => (mayBecome(reached, next) ? next : reached), state);
}

const settled: ReadonlySet<MessageState> = new Set(['delivered', 'read', 'failedForGood', 'discarded']);

/** Settled states have a moment: nobody has to do anything more for the message. */
export function isSettled(state: MessageState): boolean {
  return settled.has(state);
}
