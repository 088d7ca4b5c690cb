// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useServerMinute } from './use-server-minute.ts';

const minute = 60_000;
const nine = Date.UTC(2026, 10, 24, 8);
const follow = () =>
  renderHook(({ serverNow }) => useServerMinute(serverNow), { initialProps: { serverNow: nine + 30_000 } });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('the time moves on at each full minute, and with each view', () => {
  const { result, rerender } = follow();
  act(() => vi.advanceTimersByTime(29_000));
  expect(result.current).toBe(nine + 30_000);
  act(() => vi.advanceTimersByTime(1_100));
  expect(Math.floor((result.current - nine) / minute)).toBe(1);
  rerender({ serverNow: nine + 7 * minute });
  expect(result.current).toBe(nine + 7 * minute);
});

test('a machine that slept for an hour shows the time of now, not of before', () => {
  const { result } = follow();
  // Asleep: the clock on the wall goes on, no timer and no clock of the page does.
  vi.setSystemTime(Date.now() + 60 * minute);
  act(() => vi.advanceTimersByTime(30_100));
  expect(Math.floor((result.current - nine) / minute)).toBe(61);
});

test('a clock that is set back takes nobody before the time that the server told', () => {
  const { result } = follow();
  vi.setSystemTime(Date.now() - 60 * minute);
  act(() => vi.advanceTimersByTime(30_100));
  expect(result.current).toBe(nine + 30_000);
});
