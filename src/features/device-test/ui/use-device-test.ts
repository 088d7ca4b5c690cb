'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionResult, TestResults } from '#journey/device-test-results.ts';
import { type OpenedDevice, openDevices } from '#shared/media/open-devices.ts';
import { useMicrophoneLevel } from '#shared/media/use-microphone-level.ts';
import { untestedRoutes } from '../judge-routes.ts';
import type { MeasureStep } from './measure-connection.ts';
import { askTestRoom, endTestRoom, keepResults } from './test-access.ts';

/** How far a test is: before it, the browser's question, measuring, the bell, the answer. */
export type TestPhase = 'intro' | 'asking' | 'measuring' | 'bell' | 'done';

type Devices = Pick<TestResults, 'camera' | 'microphone'>;

export type RunningTest = {
  readonly phase: TestPhase;
  readonly stream: MediaStream | null;
  /** How loud the microphone is now, 0 to 1. */
  readonly level: number;
  readonly wasHeard: boolean;
  readonly devices: Devices | null;
  readonly connection: ConnectionResult | null;
  /** What is being done with the connection; null when nothing is. */
  readonly step: MeasureStep | null;
  readonly results: TestResults | null;
  /** Null while nothing was to be kept. */
  readonly isKept: boolean | null;
  readonly start: () => void;
  readonly stop: () => void;
  readonly answerBell: (speaker: TestResults['speaker']) => void;
};

const unreached: ConnectionResult = {
  signalling: false,
  media: false,
  transport: null,
  routes: untestedRoutes,
  roundTripMilliseconds: null,
  lossPercent: null,
  uploadKilobits: null,
};
/** Speech, not the hum of a room. */
const heardFromLevel = 0.2;
/** Time to say something, also where the connection fails at once. */
const speakMilliseconds = 5_000;

/** Runs the test. @param reference of the appointment that the result is kept with; null for none */
export function useDeviceTest(reference: string | null): RunningTest {
  const [phase, setPhase] = useState<TestPhase>('intro');
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [devices, setDevices] = useState<Devices | null>(null);
  const [connection, setConnection] = useState<ConnectionResult | null>(null);
  const [step, setStep] = useState<MeasureStep | null>(null);
  const [results, setResults] = useState<TestResults | null>(null);
  const [isKept, setKept] = useState<boolean | null>(null);
  const [wasHeard, setHeard] = useState(false);
  const level = useMicrophoneLevel(stream);
  const running = useRef<AbortController | null>(null);
  if (level >= heardFromLevel && !wasHeard) setHeard(true);

  const finish = useCallback(
    (found: TestResults) => {
      running.current?.abort();
      setResults(found);
      setPhase('done');
      if (reference !== null) void keepResults(reference, found).then(setKept);
    },
    [reference],
  );

  const start = useCallback(() => {
    running.current?.abort();
    const run = new AbortController();
    running.current = run;
    setHeard(false);
    setDevices(null);
    setConnection(null);
    setStep(null);
    setKept(null);
    if (!isBrowserFit()) {
      finish({
        browser: 'old',
        camera: 'failed',
        microphone: 'failed',
        speaker: 'unknown',
        connection: unreached,
      });
      return;
    }
    setPhase('asking');
    void openDevices({ camera: { id: null }, microphone: { id: null } }).then(async (opened) => {
      const tracks = [trackOf(opened.camera), trackOf(opened.microphone)].filter((track) => track !== null);
      run.signal.addEventListener('abort', () => {
        for (const track of tracks) track.stop();
        setStream(null);
      });
      if (run.signal.aborted) for (const track of tracks) track.stop();
      if (run.signal.aborted) return;
      setStream(new MediaStream(tracks));
      setDevices({ camera: outcomeOf(opened.camera), microphone: outcomeOf(opened.microphone) });
      setPhase('measuring');
      const [measured] = await Promise.all([measureInRoom(run.signal, setStep), pause(speakMilliseconds)]);
      if (run.signal.aborted) return;
      setConnection(measured);
      setPhase('bell');
    });
  }, [finish]);

  const stop = useCallback(() => {
    running.current?.abort();
    setPhase('intro');
  }, []);

  const answerBell = (speaker: TestResults['speaker']) => {
    if (devices === null || connection === null) return;
    const microphone = devices.microphone === 'works' && !wasHeard ? 'silent' : devices.microphone;
    finish({ browser: 'fit', camera: devices.camera, microphone, speaker, connection });
  };

  useEffect(() => () => running.current?.abort(), []);
  const found = { devices, connection, step, results, isKept };
  return { phase, stream, level, wasHeard, ...found, start, stop, answerBell };
}

/** The video library is fetched when somebody tests, not before. */
async function measureInRoom(
  signal: AbortSignal,
  onStep: (step: MeasureStep) => void,
): Promise<ConnectionResult> {
  const access = await askTestRoom();
  if (access === null) return unreached;
  const end = () => endTestRoom(access.testId);
  addEventListener('pagehide', end);
  try {
    const { measureConnection } = await import('./measure-connection.ts');
    return await measureConnection(access, signal, onStep);
  } finally {
    removeEventListener('pagehide', end);
    end();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function isBrowserFit(): boolean {
  return (
    typeof RTCPeerConnection === 'function' &&
    typeof WebSocket === 'function' &&
    typeof navigator.mediaDevices?.getUserMedia === 'function' &&
    'createDataChannel' in RTCPeerConnection.prototype
  );
}

function trackOf(device: OpenedDevice): MediaStreamTrack | null {
  return device !== null && 'track' in device ? device.track : null;
}

function outcomeOf(device: OpenedDevice): Devices['camera'] {
  if (device === null) return 'failed';
  return 'track' in device ? 'works' : device.problem;
}
