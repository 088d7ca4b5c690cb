/** The words by which whoever sends text messages must stop, and may begin again (CTIA, Messaging Principles; Twilio's default words). */
const stop: ReadonlySet<string> = new Set([
  'stop',
  'stopall',
  'stopp',
  'arret',
  'arrêt',
  'unsubscribe',
  'optout',
  'revoke',
  'cancel',
  'end',
  'quit',
]);
const start: ReadonlySet<string> = new Set(['start', 'unstop']);

/** Whether somebody asks for no more text messages, or for them again: nothing but one such word. */
export function readStopWord(text: string): 'stop' | 'start' | null {
  const word = text
    .trim()
    .replace(/[.!"'’]+$/, '')
    .toLowerCase();
  if (stop.has(word)) return 'stop';
  return start.has(word) ? 'start' : null;
}
