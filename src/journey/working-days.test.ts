import { expect, test } from 'vitest';
import type { LocalDate } from './local-time.ts';
import { workingDaysLater } from './working-days.ts';

const date = (text: string) => text as LocalDate;
const none = new Set<LocalDate>();

test('working days skip the weekend', () => {
  // A Thursday.
  expect(workingDaysLater(date('2026-11-26'), 1, none)).toBe('2026-11-27');
  expect(workingDaysLater(date('2026-11-26'), 2, none)).toBe('2026-11-30');
  expect(workingDaysLater(date('2026-11-26'), 10, none)).toBe('2026-12-10');
});

test('working days skip holidays, also when they fall in the weekend', () => {
  const holidays = new Set([date('2026-12-25'), date('2026-12-26')]);
  expect(workingDaysLater(date('2026-12-24'), 1, holidays)).toBe('2026-12-28');
});

test('a question of a Saturday counts from the Monday after it', () => {
  expect(workingDaysLater(date('2026-11-28'), 1, none)).toBe('2026-11-30');
});
