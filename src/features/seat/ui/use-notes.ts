'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import { sendNotes } from './seat-requests.ts';

export type NotesStatus = 'untouched' | 'keeping' | 'kept' | 'failed';

export type Notes = {
  /** False until what was kept earlier is here: nothing may be typed over it. */
  readonly ready: boolean;
  readonly text: string;
  readonly status: NotesStatus;
  /** When they were kept last, epoch milliseconds of this browser's clock. */
  readonly keptAt: number | null;
  readonly change: (text: string) => void;
  /** Keeps at once what is not kept yet, as when the field is left. */
  readonly keepNow: () => void;
};

const pauseMilliseconds = 800;
const retryMilliseconds = 3_000;

/** Notes that keep themselves: after a pause in typing, when the field or the page is left, and again until it worked. */
export function useNotes(conversationId: ConversationId | null, initial: string | null): Notes {
  const [text, setText] = useState(initial ?? '');
  const [begun, setBegun] = useState<string | null>(null);
  const [status, setStatus] = useState<NotesStatus>('untouched');
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const unkept = useRef<{ readonly id: ConversationId; readonly text: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  // What was kept earlier arrives a moment after the conversation is there.
  if (conversationId !== begun && (conversationId === null || initial !== null)) {
    setBegun(conversationId);
    setText(initial ?? '');
    setStatus('untouched');
    setKeptAt(null);
  }

  const keepNow = useCallback(() => {
    const sent = unkept.current;
    clearTimeout(timer.current);
    if (sent === null) return;
    setStatus('keeping');
    void sendNotes(sent.id, sent.text).then((answer) => {
      if (unkept.current !== sent) return;
      // A conversation that is over takes its notes from the form that ended it.
      if (answer.ok || answer.refusal.code === 'notFound') unkept.current = null;
      else timer.current = setTimeout(keepNow, retryMilliseconds);
      setStatus(answer.ok ? 'kept' : 'failed');
      if (answer.ok) setKeptAt(Date.now());
    });
  }, []);

  const change = useCallback(
    (next: string) => {
      if (conversationId === null) return;
      setText(next);
      unkept.current = { id: conversationId, text: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(keepNow, pauseMilliseconds);
    },
    [conversationId, keepNow],
  );

  useEffect(() => {
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow]);

  return {
    ready: conversationId !== null && begun === conversationId,
    text,
    status,
    keptAt,
    change,
    keepNow,
  };
}
