import { expect, test } from 'vitest';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { overtimeMinutesOf, overtimeOf } from './overtime.ts';

const minute = 60_000;
const talk = { appointmentId: 'a', startAt: 0, endAt: 15 * minute, admittedAt: 5 * minute } as SeatEntry;

test('a conversation is late when it lasts longer than planned, whenever it began', () => {
  expect(overtimeOf(talk, 20 * minute + 59_999)).toBe(0);
  expect(overtimeOf(talk, 21 * minute)).toBe(1);
  expect(overtimeOf({ ...talk, admittedAt: null }, 60 * minute)).toBe(0);
});

test('the seat is late with its own conversation alone', () => {
  const view = { entries: [talk], current: { appointmentId: 'a' } } as unknown as SeatView;
  expect(overtimeMinutesOf(view, 24 * minute)).toBe(4);
  expect(overtimeMinutesOf({ ...view, current: null }, 24 * minute)).toBe(0);
});
