import type { CallSession } from './call-session.ts';
import { findCall, holdCall } from './open-calls.ts';
import { showPicture } from './picture-element.ts';

/** Where a visitor's access to the room is given. */
export function visitMediaAddress(reference: string): string {
  return `/api/visits/${encodeURIComponent(reference)}/media`;
}

/** Where a clerk's access to the room is given. */
export function seatMediaAddress(conversationId: string): string {
  return `/api/seat/conversations/${conversationId}/media`;
}

/** The conversation at an address is over for this browser, though it may be called to it again. */
export function startCallOver(address: string): void {
  findCall(address)?.startOver();
}

/** So long the screen of the call waits for the first picture: drawing it sooner would hold that picture up. */
const pictureFirstMilliseconds = 600;
/** And so long after it, in which one's own picture is on its way to the other. */
const ownPictureMilliseconds = 150;

export type PreparedCall = {
  /** Camera and microphone as the waiting room opened them; they belong to the call from admission on. */
  readonly stream: MediaStream | null;
  /** They come to sign. */
  readonly signs: boolean;
  /** Where the first picture is shown, before there is a screen of the call around it. */
  readonly firstPlace: () => HTMLElement | null;
  /** The video server gave the rights, mostly before the live view tells. */
  readonly onRights: () => void;
  /** The first picture is on the screen, or does not come soon: time for the screen of the call. */
  readonly onAdmitted: () => void;
};

/**
 * Fetches the video library and connects to the conversation's room in advance, without any rights: admission is then a matter
 * of a tenth of a second. For whoever waits near the front.
 * @returns how to let go when the wait ends otherwise; the call itself takes over by holding on before that
 */
export function prepareCitizenCall(reference: string, prepared: PreparedCall): () => void {
  const undo: (() => void)[] = [];
  let isTold = false;
  const tell = () => {
    if (isTold) return;
    isTold = true;
    prepared.onAdmitted();
  };
  const tellIn = (milliseconds: number) => {
    const timer = setTimeout(tell, milliseconds);
    undo.push(() => clearTimeout(timer));
  };
  const release = holdCall(
    visitMediaAddress(reference),
    () => sessionStorage,
    (session) => {
      session.own.signs = prepared.signs;
      if (prepared.stream !== null) session.own.expect(prepared.stream);
      undo.push(
        session.followPictures((track) => {
          const place = prepared.firstPlace();
          if (place !== null) undo.push(showPicture(track, place, () => tellIn(ownPictureMilliseconds)));
        }),
        followRights(session, () => {
          prepared.onRights();
          tellIn(pictureFirstMilliseconds);
        }),
      );
      session.open();
    },
  );
  return () => {
    isTold = true;
    for (const step of undo) step();
    release();
  };
}

/** Calls once, as soon as the video server let this browser converse. */
function followRights(session: CallSession, tell: () => void): () => void {
  const unsubscribe = session.subscribe(() => {
    if (session.snapshot().call.rights !== 'converse') return;
    unsubscribe();
    tell();
  });
  return unsubscribe;
}
