'use client';

import { useCallback, useEffect, useState } from 'react';
import type { SeatEntry } from '#journey/live-views.ts';
import type { Dossier } from '../dossier.ts';
import { askDossier } from './seat-requests.ts';

export type DossierState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  | { readonly kind: 'loaded'; readonly dossier: Dossier; readonly retry: () => void };

type Loaded = { readonly key: string; readonly dossier: Dossier | null };

/** Loads what is known of an appointment, and again when something happens to it. The old words stay until the new ones are here. */
export function useDossier(entry: SeatEntry | null): DossierState {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const id = entry?.appointmentId ?? null;
  const key = entry === null ? '' : `${id} ${facts(entry)} ${attempt}`;
  useEffect(() => {
    if (id === null) return;
    const leaving = new AbortController();
    void askDossier(id, leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setLoaded({ key, dossier: answer.ok ? answer.value : null });
    });
    return () => leaving.abort();
  }, [id, key]);
  if (loaded?.dossier?.appointmentId === id && loaded?.dossier)
    return { kind: 'loaded', dossier: loaded.dossier, retry };
  return loaded?.key === key && loaded.dossier === null ? { kind: 'failed', retry } : { kind: 'loading' };
}

/** What changes when something in the dossier did. */
function facts({ state, startAt, version, messages }: SeatEntry): string {
  return [state, startAt, version, messages?.revision].join(' ');
}
