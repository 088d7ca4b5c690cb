import { expect, test } from 'vitest';
import { summarise } from './run-checks.ts';
import { countTests } from './vitest.ts';

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0, testResults: [] };

test('a file that could not be loaded counts as failed', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(countTests({ ...report, testResults }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a run that could not begin counts as failed', () => {
  expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run that ends in error although every test passed counts as failed', () => {
  expect(countTests({ ...report, numFailedTests: 0 }, 1).failed).toBe(1);
});

test('the last line mentions skipped tests only when there are any', () => {
  expect(summarise({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(summarise({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});
