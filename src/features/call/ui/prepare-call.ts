import { holdCall } from './open-calls.ts';

/** Where a visitor's access to the room is given. */
export function visitMediaAddress(reference: string): string {
  return `/api/visits/${encodeURIComponent(reference)}/media`;
}

/** Where a clerk's access to the room is given. */
export function seatMediaAddress(conversationId: string): string {
  return `/api/seat/conversations/${conversationId}/media`;
}

/** So long the screen of the call waits for the first picture: drawing it sooner would hold that picture up. */
const pictureFirstMilliseconds = 300;

/**
 * Fetches the video library and connects to the conversation's room in advance, without any rights: admission is then a matter
 * of a tenth of a second. For whoever waits near the front.
 * @param stream camera and microphone as the waiting room opened them; they belong to the call from admission on
 * @param onAdmitted called once when the video server gave the rights, mostly before the live view tells
 * @returns how to let go when the wait ends otherwise; the call itself takes over by holding on before that
 */
export function prepareCitizenCall(
  reference: string,
  stream: MediaStream | null = null,
  onAdmitted: () => void = () => {},
): () => void {
  let unsubscribe = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    unsubscribe();
    clearTimeout(timer);
    onAdmitted();
  };
  const release = holdCall(
    visitMediaAddress(reference),
    () => sessionStorage,
    (session) => {
      if (stream !== null) session.expect(stream);
      unsubscribe = session.subscribe(() => {
        const { call, others } = session.snapshot();
        if (call.rights !== 'converse') return;
        if (others.some(({ picture }) => picture !== null)) tell();
        else timer ??= setTimeout(tell, pictureFirstMilliseconds);
      });
      session.open();
    },
  );
  return () => {
    unsubscribe();
    clearTimeout(timer);
    release();
  };
}
