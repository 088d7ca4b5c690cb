// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSubmitOnceReady } from './use-submit-once-ready.ts';

test('a press goes out at once when all is there, and once as soon as it is when not', () => {
  let sent = 0;
  const send = () => {
    sent += 1;
  };
  const { result, rerender } = renderHook(({ isReady }) => useSubmitOnceReady(isReady, send), {
    initialProps: { isReady: true },
  });
  result.current.submit();
  expect(sent).toBe(1);
  rerender({ isReady: false });
  result.current.submit();
  rerender({ isReady: false });
  expect(result.current.isWaiting).toBe(true);
  expect(sent).toBe(1);
  rerender({ isReady: true });
  expect(sent).toBe(2);
  expect(result.current.isWaiting).toBe(false);
  rerender({ isReady: false });
  rerender({ isReady: true });
  expect(sent).toBe(2);
});
