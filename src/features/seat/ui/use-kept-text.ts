'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

export type KeptStatus = 'untouched' | 'keeping' | 'kept' | 'failed';

/** A text that keeps itself while it is written. */
export type KeptText = {
  /** False until what was kept earlier is here: nothing may be typed over it. */
  readonly ready: boolean;
  readonly text: string;
  readonly status: KeptStatus;
  /** When it was kept last, epoch milliseconds of this browser's clock. */
  readonly keptAt: number | null;
  readonly change: (text: string) => void;
  /** Keeps at once what is not kept yet, as when the field is left. */
  readonly keepNow: () => void;
};

/** `gone`: there is nothing any more to keep it with; `changed`: somebody else wrote meanwhile, and this is theirs. */
export type KeepOutcome =
  | { readonly kind: 'kept' | 'gone' | 'failed' }
  | { readonly kind: 'changed'; readonly theirs: string };

const pauseMilliseconds = 800;
const retryMilliseconds = 3_000;

/** Both texts, the other one first, unless one holds the other already. */
export function joinTexts(theirs: string, own: string): string {
  if (own.includes(theirs)) return own;
  return theirs.includes(own) ? theirs : `${theirs.trimEnd()}\n\n${own}`;
}

/**
 * Keeps a text after a pause in typing, when the field or the page is left, and again until it worked. What somebody else wrote meanwhile
 * is joined to it: nothing is lost.
 * @param key of what it is kept with; null while there is nothing
 */
export function useKeptText<Key extends string>(
  key: Key | null,
  initial: string | null,
  send: (key: Key, text: string) => Promise<KeepOutcome>,
): KeptText {
  const [text, setText] = useState(initial ?? '');
  const [begun, setBegun] = useState<Key | null>(null);
  const [status, setStatus] = useState<KeptStatus>('untouched');
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const unkept = useRef<{ readonly key: Key; readonly text: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sending = useRef(send);
  sending.current = send;

  // What was kept earlier arrives a moment after that with which it is kept.
  if (key !== begun && (key === null || initial !== null)) {
    setBegun(key);
    setText(initial ?? '');
    setStatus('untouched');
    setKeptAt(null);
  }

  const keepNow = useCallback(() => {
    const sent = unkept.current;
    clearTimeout(timer.current);
    if (sent === null) return;
    setStatus('keeping');
    void sending.current(sent.key, sent.text).then((outcome) => {
      if (outcome.kind === 'changed') {
        const own = unkept.current ?? sent;
        unkept.current = { key: sent.key, text: joinTexts(outcome.theirs, own.text) };
        setText(unkept.current.text);
        return keepNow();
      }
      if (unkept.current !== sent) return;
      // What is gone takes its text by another way, or not at all.
      if (outcome.kind !== 'failed') unkept.current = null;
      else timer.current = setTimeout(keepNow, retryMilliseconds);
      setStatus(outcome.kind === 'kept' ? 'kept' : 'failed');
      if (outcome.kind === 'kept') setKeptAt(Date.now());
    });
  }, []);

  const change = useCallback(
    (next: string) => {
      if (key === null) return;
      setText(next);
      unkept.current = { key, text: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(keepNow, pauseMilliseconds);
    },
    [key, keepNow],
  );

  useEffect(() => {
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow]);

  return { ready: key !== null && begun === key, text, status, keptAt, change, keepNow };
}
