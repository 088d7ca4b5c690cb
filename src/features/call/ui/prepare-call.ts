import { holdCall } from './open-calls.ts';

/** Where a visitor's access to the room is given. */
export function visitMediaAddress(reference: string): string {
  return `/api/visits/${encodeURIComponent(reference)}/media`;
}

/** Where a clerk's access to the room is given. */
export function seatMediaAddress(conversationId: string): string {
  return `/api/seat/conversations/${conversationId}/media`;
}

/**
 * Fetches the video library and connects to the conversation's room in advance, without any rights: admission is then a matter
 * of a tenth of a second. For whoever waits near the front.
 * @param stream camera and microphone as the waiting room opened them; they belong to the call from admission on
 * @param onAdmitted called when the video server gives the rights, which is before the live view tells
 * @returns how to let go when the wait ends otherwise; the call itself takes over by holding on before that
 */
export function prepareCitizenCall(
  reference: string,
  stream: MediaStream | null = null,
  onAdmitted: () => void = () => {},
): () => void {
  let unsubscribe = () => {};
  let isTold = false;
  const release = holdCall(
    visitMediaAddress(reference),
    () => sessionStorage,
    (session) => {
      if (stream !== null) session.adopt(stream);
      unsubscribe = session.subscribe(() => {
        if (isTold || session.snapshot().call.rights !== 'converse') return;
        isTold = true;
        onAdmitted();
      });
      session.open();
    },
  );
  return () => {
    unsubscribe();
    release();
  };
}
