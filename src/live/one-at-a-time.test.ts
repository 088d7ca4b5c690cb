import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('called while it works, however often, it works once more, and never twice at once', async () => {
  const steps: PromiseWithResolvers<void>[] = [];
  const run = oneAtATime(() => {
    const step = Promise.withResolvers<void>();
    steps.push(step);
    return step.promise;
  });
  const settle = () => new Promise((resolve) => void setImmediate(resolve));
  run();
  run();
  run();
  expect(steps).toHaveLength(1);
  steps[0]?.resolve();
  await settle();
  expect(steps).toHaveLength(2);
  steps[1]?.resolve();
  await settle();
  expect(steps).toHaveLength(2);
  run();
  expect(steps).toHaveLength(3);
});
