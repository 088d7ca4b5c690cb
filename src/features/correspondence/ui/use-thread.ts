'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import type { Thread } from '../threads.data.ts';
import { askThread, type ThreadRefusal, type ThreadReply } from './thread-requests.ts';

type Loaded = { readonly key: string; readonly id: ConversationId; readonly thread: Thread | null };

export type ThreadState = {
  /** Null while it is loading, or when that failed. */
  readonly thread: Thread | null;
  readonly failed: boolean;
  readonly retry: () => void;
};

/** The lines of a conversation, loaded again at each change of it. The old ones stay until the new ones are here. */
export function useThread(id: ConversationId, version: number): ThreadState {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = `${id} ${version} ${attempt}`;
  useEffect(() => {
    const leaving = new AbortController();
    void askThread(id, leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setLoaded({ key, id, thread: answer.ok ? answer.value : null });
    });
    return () => leaving.abort();
  }, [id, key]);
  const own = loaded?.id === id ? loaded : null;
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { thread: own?.thread ?? null, failed: own?.key === key && own.thread === null, retry };
}

/** One request at a time; the stream shows what came of it. */
export function useRequest() {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<ThreadRefusal | null>(null);
  const run = async (name: string, request: () => Promise<ThreadReply<unknown>>): Promise<boolean> => {
    if (busy !== null) return false;
    setBusy(name);
    setProblem(null);
    const answer = await request();
    setBusy(null);
    if (!answer.ok) setProblem(answer.refusal);
    return answer.ok;
  };
  return { busy, problem, run };
}
