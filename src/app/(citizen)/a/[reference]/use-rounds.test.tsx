// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VisitView } from '#journey/live-views.ts';
import { useRounds } from './use-rounds.ts';

type Step = { stage: 'wait' | 'call'; room?: string; admitted?: boolean; isLetIn?: boolean };

const onOut = vi.fn();
beforeEach(() => onOut.mockClear());
afterEach(cleanup);

/** What a page that follows these views knows after the last of them. */
function follow(...steps: readonly Step[]) {
  const { result, rerender } = renderHook(
    ({ stage, room = 'first', admitted = false, isLetIn = false }: Step) =>
      useRounds({ stage, call: { roomName: room, admitted } } as unknown as VisitView, isLetIn, onOut),
    { initialProps: steps[0] as Step },
  );
  for (const step of steps.slice(1)) rerender(step);
  return { round: result.current.round, isPutOut: result.current.isPutOut };
}

test('who waits, is let in and talks was never taken out', () => {
  const steps: Step[] = [{ stage: 'wait' }, { stage: 'call', admitted: true }];
  expect(follow(...steps, { stage: 'call', admitted: true, room: 'renewed' })).toEqual({
    round: 0,
    isPutOut: false,
  });
  expect(onOut).not.toHaveBeenCalled();
});

test('who is sent back to wait starts over, also out of a room of which only the video server told', () => {
  expect(follow({ stage: 'call', admitted: true }, { stage: 'wait', room: 'other' }).round).toBe(1);
  expect(
    follow({ stage: 'wait', isLetIn: true }, { stage: 'wait', room: 'other', isLetIn: true }).round,
  ).toBe(1);
});

test('who is put out of a conversation that goes on reads so, once, until the clerk lets them in again', () => {
  const out: Step[] = [
    { stage: 'call', admitted: true },
    { stage: 'call', room: 'second' },
  ];
  expect(follow(...out)).toEqual({ round: 1, isPutOut: true });
  expect(follow(...out, { stage: 'call', room: 'third' })).toEqual({ round: 1, isPutOut: true });
  expect(onOut).toHaveBeenCalledTimes(2);
  expect(follow(...out, { stage: 'call', room: 'second', admitted: true })).toEqual({
    round: 1,
    isPutOut: false,
  });
});

test('who stands at the door for the first time was put out of nothing', () => {
  expect(follow({ stage: 'wait' }, { stage: 'call' }, { stage: 'call', room: 'second' })).toEqual({
    round: 0,
    isPutOut: false,
  });
});
