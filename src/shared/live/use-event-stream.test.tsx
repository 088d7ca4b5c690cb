// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useEventStream } from './use-event-stream.ts';

type View = { place: number };

let source: EventTarget;
const say = (place: number) =>
  act(() => {
    source.dispatchEvent(new MessageEvent('state', { data: JSON.stringify({ place }), lastEventId: '1' }));
  });
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
const follow = () => renderHook(() => useEventStream<View>('/events/visits/7K2M-QX4D', { place: 3 })).result;

beforeEach(() => {
  vi.useFakeTimers();
  class Source extends EventTarget {
    constructor() {
      super();
      source = this;
    }
    close() {}
  }
  vi.stubGlobal('EventSource', Source);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a live view that is held', () => {
  test('shows the newest of what came meanwhile when the time is over', () => {
    const stream = follow();
    say(2);
    expect(stream.current.view.place).toBe(2);
    stream.current.hold(500);
    say(1);
    say(0);
    pass(499);
    expect(stream.current.view.place).toBe(2);
    pass(1);
    expect(stream.current.view.place).toBe(0);
    say(4);
    expect(stream.current.view.place).toBe(4);
  });

  test('shows it at once when let go early, and held again loses nothing', () => {
    const stream = follow();
    stream.current.hold(500);
    say(1);
    stream.current.hold(500);
    pass(499);
    expect(stream.current.view.place).toBe(3);
    stream.current.hold(0);
    pass(0);
    expect(stream.current.view.place).toBe(1);
  });
});
