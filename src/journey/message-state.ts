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
