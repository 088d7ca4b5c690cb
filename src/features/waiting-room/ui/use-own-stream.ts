'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type DeviceProblem, type OpenedDevice, openDevices } from '#shared/media/open-devices.ts';

export type OwnStream = {
  /** Live tracks only; null before anything was opened. */
  readonly stream: MediaStream | null;
  readonly state: 'closed' | 'asking' | 'open' | DeviceProblem;
  readonly cameraOn: boolean;
  readonly microphoneOn: boolean;
  /** Asks the browser; its user was told why before. */
  readonly open: (camera: boolean) => void;
  readonly turn: (device: 'camera' | 'microphone', on: boolean) => void;
  /** Lets go of both, after the call closed them. */
  readonly forget: () => void;
};

/** Camera and microphone of the waiting room: opened by a click, closed with the page unless the call took them over. */
export function useOwnStream(): OwnStream {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [state, setState] = useState<OwnStream['state']>('closed');
  const [on, setOn] = useState({ camera: false, microphone: false });
  const newest = useRef<MediaStream | null>(null);

  const open = useCallback((camera: boolean) => {
    setState('asking');
    void openDevices({ camera: camera ? { id: null } : null, microphone: { id: null } }).then((opened) => {
      const tracks = [trackOf(opened.camera), trackOf(opened.microphone)].filter((track) => track !== null);
      const problem = problemOf(opened.microphone) ?? problemOf(opened.camera);
      if (tracks.length === 0) return setState(problem ?? 'failed');
      stopAll(newest.current);
      newest.current = new MediaStream(tracks);
      setStream(newest.current);
      setOn({ camera: trackOf(opened.camera) !== null, microphone: trackOf(opened.microphone) !== null });
      setState('open');
    });
  }, []);

  const turn = useCallback((device: 'camera' | 'microphone', wanted: boolean) => {
    const kind = device === 'camera' ? 'video' : 'audio';
    for (const track of newest.current?.getTracks() ?? []) if (track.kind === kind) track.enabled = wanted;
    setOn((before) => ({ ...before, [device]: wanted }));
  }, []);

  const forget = useCallback(() => {
    stopAll(newest.current);
    newest.current = null;
    setStream(null);
    setState('closed');
  }, []);

  useEffect(() => () => stopAll(newest.current), []);

  return useMemo(
    () => ({ stream, state, cameraOn: on.camera, microphoneOn: on.microphone, open, turn, forget }),
    [stream, state, on, open, turn, forget],
  );
}

function trackOf(device: OpenedDevice): MediaStreamTrack | null {
  return device !== null && 'track' in device ? device.track : null;
}

function problemOf(device: OpenedDevice): DeviceProblem | null {
  return device !== null && 'problem' in device ? device.problem : null;
}

function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
