'use client';

import { useEffect } from 'react';
import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import { actionOf } from '#shared/keyboard/shortcuts.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';

/** The keys for microphone and camera, from anywhere at the seat. */
export function useCallKeys(session: CallSession | null, snapshot: CallSnapshot | null): void {
  const isMicrophoneOn = snapshot?.own.microphone === 'on';
  const isCameraOn = snapshot?.own.camera === 'on';
  const keys = useShortcutKeys();
  useEffect(() => {
    if (session === null) return;
    const press = (event: KeyboardEvent) => {
      const action = actionOf(keys, event);
      if (event.repeat || (action !== 'microphone' && action !== 'camera')) return;
      // The browser's own meaning, a bookmark or the search, would take the clerk away.
      event.preventDefault();
      if (action === 'microphone') void session.own.turn('microphone', !isMicrophoneOn);
      else void session.own.turn('camera', !isCameraOn);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [session, keys, isMicrophoneOn, isCameraOn]);
}
