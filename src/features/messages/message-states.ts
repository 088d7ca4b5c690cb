/** The life of a message, from plan to end. */
export type MessageState =
  | 'planned'
  | 'sending'
  | 'accepted'
  | 'delivered'
  | 'failedTemporarily'
  | 'failedForGood'
  | 'discarded';

/**
 * What each state may become. Trying goes round between `sending` and `failedTemporarily`; whoever was accepted is never
 * sent again, and what is settled stays. `sending` may become itself: a process was killed and another one takes over.
 */
const mayFollow: Readonly<Record<MessageState, readonly MessageState[]>> = {
  planned: ['sending', 'discarded'],
  sending: ['sending', 'accepted', 'delivered', 'failedTemporarily', 'failedForGood', 'discarded'],
  failedTemporarily: ['sending', 'accepted', 'delivered', 'failedForGood', 'discarded'],
  accepted: ['delivered', 'failedForGood'],
  delivered: [],
  failedForGood: [],
  discarded: [],
};

export function mayBecome(from: MessageState, to: MessageState): boolean {
  return mayFollow[from].includes(to);
}

/** The states that may become this one: the condition of the update that writes it. */
export function statesBefore(to: MessageState): MessageState[] {
  return (Object.keys(mayFollow) as MessageState[]).filter((from) => mayBecome(from, to));
}

/** Settled states have a moment, and nothing follows. */
export function isSettled(state: MessageState): boolean {
  return mayFollow[state].length === 0;
}
