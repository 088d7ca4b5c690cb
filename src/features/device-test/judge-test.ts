import type { ConnectionResult, TestResults } from '#journey/device-test-results.ts';

export const testParts = ['microphone', 'speaker', 'camera', 'browser', 'connection'] as const;
export type TestPart = (typeof testParts)[number];

/** What the answer is about: the most important thing that was found; null when all is well. */
export type TestFinding =
  | 'browser'
  | 'connection'
  | 'microphone'
  | 'speaker'
  | 'slow'
  | 'silent'
  | 'camera'
  | 'noUdp'
  | null;

export type Judgement = {
  readonly verdict: 'good' | 'limited' | 'failed';
  readonly finding: TestFinding;
  readonly parts: Readonly<Record<TestPart, 'done' | 'slow' | 'failed'>>;
};

/** What a decent picture and sound need. */
export const neededKilobits = 800;
const tolerableLossPercent = 5;
const tolerableRoundTripMilliseconds = 500;

/** The plain answer: without browser, connection or microphone there is no conversation; the rest makes it a lesser one. */
export function judgeTest(results: TestResults): Judgement {
  const isLesser = isSlowConnection(results.connection) || hasNoUdp(results.connection);
  const parts: Judgement['parts'] = {
    browser: results.browser === 'fit' ? 'done' : 'failed',
    connection: !results.connection.media ? 'failed' : isLesser ? 'slow' : 'done',
    microphone: results.microphone === 'works' ? 'done' : results.microphone === 'silent' ? 'slow' : 'failed',
    camera: results.camera === 'works' ? 'done' : 'slow',
    speaker: results.speaker === 'heard' ? 'done' : 'slow',
  };
  const finding = findingOf(results, parts);
  const failed = finding === 'browser' || finding === 'connection' || finding === 'microphone';
  return { verdict: finding === null ? 'good' : failed ? 'failed' : 'limited', finding, parts };
}

function findingOf(results: TestResults, parts: Judgement['parts']): TestFinding {
  const { microphone, speaker, connection } = results;
  if (parts.browser === 'failed') return 'browser';
  if (parts.connection === 'failed') return 'connection';
  if (parts.microphone === 'failed') return 'microphone';
  if (speaker === 'notHeard') return 'speaker';
  if (isSlowConnection(connection)) return 'slow';
  if (microphone === 'silent') return 'silent';
  if (parts.camera === 'slow') return 'camera';
  if (hasNoUdp(connection)) return 'noUdp';
  return speaker === 'unknown' ? 'speaker' : null;
}

/** It works by another route, which holds picture and sound up when something is lost on the way. */
function hasNoUdp({ media, routes }: ConnectionResult): boolean {
  return media && routes?.udp === 'no';
}

export function isSlowConnection({
  uploadKilobits,
  lossPercent,
  roundTripMilliseconds,
}: ConnectionResult): boolean {
  return (
    (uploadKilobits !== null && uploadKilobits < neededKilobits) ||
    (lossPercent !== null && lossPercent > tolerableLossPercent) ||
    (roundTripMilliseconds !== null && roundTripMilliseconds > tolerableRoundTripMilliseconds)
  );
}
