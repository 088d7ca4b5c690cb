// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallPhase } from './call-machine.ts';
import type { CallSnapshot } from './call-session.ts';
import { type FailedRepair, useRepairFails } from './use-repair-fails.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const snapshot = (phase: CallPhase, others: number, conversed = true) =>
  ({ call: { phase, conversed }, others: Array.from({ length: others }) }) as unknown as CallSnapshot;

let repair: FailedRepair;
function Probe({ at }: { at: CallSnapshot }) {
  repair = useRepairFails(at);
  return null;
}
const root = createRoot(document.createElement('div'));
const show = (at: CallSnapshot) => act(() => root.render(<Probe at={at} />));
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1_000));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('another way is offered after a while without the other, once, and anew after they were back', () => {
  show(snapshot('connected', 1));
  pass(60);
  expect(repair.isDue).toBe(false);
  show(snapshot('restoring', 0));
  pass(11);
  expect(repair.isDue).toBe(false);
  pass(2);
  expect(repair.isDue).toBe(true);
  act(() => repair.dismiss());
  pass(60);
  expect(repair.isDue).toBe(false);
  show(snapshot('connected', 1));
  show(snapshot('connected', 0));
  pass(13);
  expect(repair.isDue).toBe(true);
  show(snapshot('connected', 1));
  expect(repair.isDue).toBe(false);
});

test('before the conversation ran, and when one left by choice, nothing is offered', () => {
  show(snapshot('connecting', 0, false));
  pass(60);
  expect(repair.isDue).toBe(false);
  show(snapshot('left', 0));
  pass(60);
  expect(repair.isDue).toBe(false);
});
