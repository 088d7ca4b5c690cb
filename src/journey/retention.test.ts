import { expect, test } from 'vitest';
import { keptUntil } from './retention.ts';

const endAt = Date.UTC(2026, 2, 1, 9);

test('an appointment is kept for the longest of its services’ days after its end', () => {
  expect(keptUntil({ endAt, retentionDays: [30, 90, 7] })).toBe(endAt + 90 * 86_400_000);
  expect(keptUntil({ endAt, retentionDays: [7] })).toBe(Date.UTC(2026, 2, 8, 9));
});

test('one without a service is not kept for ever', () => {
  expect(keptUntil({ endAt, retentionDays: [] })).toBe(endAt + 90 * 86_400_000);
});
