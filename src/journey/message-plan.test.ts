import { describe, expect, test } from 'vitest';
import {
  planBookingMessages,
  planCancellationMessages,
  planChangeMessages,
  reminderMoment,
} from './message-plan.ts';
import { epochMilliseconds } from './time.ts';

const at = (iso: string) => epochMilliseconds(Date.parse(iso));
const timeZone = 'Europe/Brussels';
const both = { email: 'sofie@example.org', phone: '+32470123456' };

describe('the reminder', () => {
  test('comes the day before at the same time', () => {
    expect(reminderMoment({ startAt: at('2026-11-24T09:40Z'), timeZone })).toBe(at('2026-11-23T09:40Z'));
  });
  test('keeps the time on the wall over the nights when clocks change', () => {
    expect(reminderMoment({ startAt: at('2026-10-25T09:40Z'), timeZone })).toBe(at('2026-10-24T08:40Z'));
    expect(reminderMoment({ startAt: at('2027-03-28T08:40Z'), timeZone })).toBe(at('2027-03-27T09:40Z'));
  });
});

describe('a booking', () => {
  const startAt = at('2026-11-24T09:40Z');
  test('brings a confirmation now and a reminder later, on every way that was given', () => {
    const bookedAt = at('2026-11-20T08:00Z');
    expect(planBookingMessages({ ...both, startAt, timeZone }, bookedAt)).toEqual([
      { kind: 'confirmation', channel: 'email', plannedAt: bookedAt },
      { kind: 'reminder', channel: 'email', plannedAt: at('2026-11-23T09:40Z') },
      { kind: 'confirmation', channel: 'sms', plannedAt: bookedAt },
      { kind: 'reminder', channel: 'sms', plannedAt: at('2026-11-23T09:40Z') },
    ]);
  });
  test('on the last day brings no reminder', () => {
    const bookedAt = at('2026-11-23T09:40Z');
    expect(planBookingMessages({ ...both, email: null, startAt, timeZone }, bookedAt)).toEqual([
      { kind: 'confirmation', channel: 'sms', plannedAt: bookedAt },
    ]);
  });
});

test('a cancellation brings a notice on every way that was given', () => {
  const now = at('2026-11-20T08:00Z');
  expect(planCancellationMessages(both, now).map(({ channel }) => channel)).toEqual(['email', 'sms']);
  expect(planCancellationMessages({ ...both, phone: null }, now)).toEqual([
    { kind: 'cancellation', channel: 'email', plannedAt: now },
  ]);
});

test('no text message goes where none arrives', () => {
  const now = at('2026-11-20T08:00Z');
  expect(planCancellationMessages({ ...both, phone: '+3293234567' }, now)).toEqual([
    { kind: 'cancellation', channel: 'email', plannedAt: now },
  ]);
});

test('a change brings word of it now, and the reminder of the new time', () => {
  const startAt = at('2026-11-24T09:40Z');
  const now = at('2026-11-20T08:00Z');
  expect(planChangeMessages({ ...both, phone: null, startAt, timeZone }, now)).toEqual([
    { kind: 'moved', channel: 'email', plannedAt: now },
    { kind: 'reminder', channel: 'email', plannedAt: at('2026-11-23T09:40Z') },
  ]);
  expect(planChangeMessages({ email: null, phone: null, startAt, timeZone }, now)).toEqual([]);
});
