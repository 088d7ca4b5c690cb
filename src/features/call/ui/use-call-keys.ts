'use client';

import { useEffect } from 'react';
import type { CallSession, CallSnapshot } from './call-session.ts';

/** Ctrl+D for the microphone and Ctrl+E for the camera, from anywhere at the seat. */
export function useCallKeys(session: CallSession | null, snapshot: CallSnapshot | null): void {
  const isMicrophoneOn = snapshot?.own.microphone === 'on';
  const isCameraOn = snapshot?.own.camera === 'on';
  useEffect(() => {
    if (session === null) return;
    const press = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.shiftKey || event.altKey || event.metaKey || event.repeat) return;
      const key = event.key.toLowerCase();
      if (key !== 'd' && key !== 'e') return;
      // The browser's own meaning, a bookmark or the search, would take the clerk away.
      event.preventDefault();
      if (key === 'd') void session.own.turn('microphone', !isMicrophoneOn);
      else void session.own.turn('camera', !isCameraOn);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [session, isMicrophoneOn, isCameraOn]);
}
