import { describe, expect, it } from 'vitest';
import { type Availability, isSameAvailability, minutesToRemindOf } from './availability.ts';

const minute = 60_000;
const onBreak: Availability = { state: 'paused', reason: 'break', since: 0 };

describe('a choice of the clerk', () => {
  it('is a change only when state, reason or words differ', () => {
    const meeting: Availability = { state: 'paused', reason: 'other', words: 'Overleg', since: 0 };
    expect(isSameAvailability({ state: 'open' }, { state: 'open' })).toBe(true);
    expect(isSameAvailability({ state: 'open' }, { state: 'closed' })).toBe(false);
    expect(isSameAvailability(onBreak, { state: 'paused', reason: 'break' })).toBe(true);
    expect(isSameAvailability(onBreak, { state: 'paused', reason: 'technical' })).toBe(false);
    expect(isSameAvailability(meeting, { state: 'paused', reason: 'other', words: 'Overleg' })).toBe(true);
    expect(isSameAvailability(meeting, { state: 'paused', reason: 'other', words: 'Bezoek' })).toBe(false);
    expect(isSameAvailability(meeting, { state: 'paused', reason: 'break' })).toBe(false);
  });
});

describe('the reminder of a pause', () => {
  it('comes after ten minutes, while people wait, and never to a seat that is open or closed', () => {
    expect(minutesToRemindOf(onBreak, 1, 10 * minute - 1)).toBeNull();
    expect(minutesToRemindOf(onBreak, 1, 10 * minute)).toBe(10);
    expect(minutesToRemindOf(onBreak, 3, 25 * minute + 1)).toBe(25);
    expect(minutesToRemindOf(onBreak, 0, 60 * minute)).toBeNull();
    expect(minutesToRemindOf({ state: 'open' }, 3, 60 * minute)).toBeNull();
    expect(minutesToRemindOf({ state: 'closed', since: 0 }, 3, 60 * minute)).toBeNull();
  });
});
