/** The life of a message, from plan to end. */
export type MessageState =
  | 'planned'
  | 'sending'
  | 'accepted'
  | 'delivered'
  | 'read'
  | 'failedTemporarily'
  | 'failedForGood'
  | 'discarded';

/** How far a message came, in the words of who sent it by hand. */
export type SentState = 'underway' | 'sent' | 'arrived' | 'failed';

export function sentStateOf(state: MessageState): SentState {
  if (state === 'planned' || state === 'sending' || state === 'failedTemporarily') return 'underway';
  if (state === 'failedForGood' || state === 'discarded') return 'failed';
  return state === 'accepted' ? 'sent' : 'arrived';
}
