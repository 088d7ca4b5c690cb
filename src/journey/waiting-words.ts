/** What can be said to who waits with one press: everybody reads it in their own language. */
export const readyWords = [
  'almostThere',
  'bitLonger',
  'shortBreak',
  'technical',
  'documentsReady',
  'stayOnPage',
] as const;

export type ReadyWord = (typeof readyWords)[number];

/** Of a clerk's own words, in characters. */
export const ownWordsLimit = 500;
