import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompanionLinkId } from './ids.ts';
import {
  planBookingMessages,
  planCancellationMessages,
  planChangeMessages,
  planCompanionNews,
  reminderMoment,
} from './message-plan.ts';
import { defaultMessagePolicy, type ReminderRule } from './message-policy.ts';
import { addMinutes, epochMilliseconds } from './time.ts';

const at = (iso: string) => epochMilliseconds(Date.parse(iso));
const timeZone = 'Europe/Brussels';
const noContact: { email: string | null; phone: string | null } = { email: null, phone: null };
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

describe('a change, to third persons who were sent a link', () => {
  const startAt = at('2026-11-24T09:40Z');
  const now = at('2026-11-20T08:00Z');
  const recipients = (['email', 'sms'] as const).map((channel) => ({
    companionLinkId: `by ${channel}` as CompanionLinkId,
    channel,
  }));
  const kindsOf = (before: Time, after: Time | null) => [
    ...new Set(planCompanionNews(recipients, before, after, now).map(({ kind }) => kind)),
  ];
  type Time = Parameters<typeof planCompanionNews>[1];
  const byVideo: Time = { startAt, channel: 'video' };

  test('is told to each on their own way, with the time before it', () => {
    const later = { ...byVideo, startAt: addMinutes(startAt, 60) };
    expect(planCompanionNews(recipients, byVideo, later, now)).toEqual(
      recipients.map((recipient) => ({
        kind: 'companionMoved',
        plannedAt: now,
        aboutStartAt: startAt,
        ...recipient,
      })),
    );
  });

  test('tells of another time, of its end, and of nothing that is not the video call', () => {
    const later = addMinutes(startAt, 60);
    expect(kindsOf(byVideo, null)).toEqual(['companionOff']);
    expect(kindsOf(byVideo, { startAt: later, channel: 'phone' })).toEqual(['companionOff']);
    expect(kindsOf({ startAt, channel: 'phone' }, byVideo)).toEqual(['companionMoved']);
    expect(kindsOf(byVideo, byVideo)).toEqual([]);
    expect(kindsOf({ startAt, channel: 'phone' }, { startAt: later, channel: 'counter' })).toEqual([]);
    expect(kindsOf({ startAt, channel: 'phone' }, null)).toEqual([]);
  });
});

describe('a booking', () => {
  const startAt = at('2026-11-24T09:40Z');
  const bookedAt = at('2026-11-20T08:00Z');
  const reminder = {
    kind: 'reminder',
    channel: 'email',
    plannedAt: at('2026-11-23T09:40Z'),
    aboutStartAt: startAt,
  };
  const plan = (contact: typeof noContact, policy = defaultMessagePolicy, now = bookedAt) =>
    planBookingMessages({ ...contact, startAt, timeZone }, now, policy);

  test('brings a confirmation now on every way that was given, and a reminder by mail a day before', () => {
    expect(plan(both)).toEqual([
      { kind: 'confirmation', channel: 'email', plannedAt: bookedAt },
      { kind: 'confirmation', channel: 'sms', plannedAt: bookedAt },
      reminder,
    ]);
  });

  test('brings the reminder as a text message where there is no mail', () => {
    expect(plan({ ...both, email: null })).toEqual([
      { kind: 'confirmation', channel: 'sms', plannedAt: bookedAt },
      { ...reminder, channel: 'sms' },
    ]);
  });

  test('on the last day brings no reminder', () => {
    const kinds = plan(both, defaultMessagePolicy, at('2026-11-23T09:40Z')).map(({ kind }) => kind);
    expect(kinds).toEqual(['confirmation', 'confirmation']);
  });

  test('brings a reminder at each moment that the municipality chose, on the ways that it chose', () => {
    const reminders = [
      { daysBefore: 7, minutesBefore: 0, channels: ['email'] },
      { daysBefore: 1, minutesBefore: 0, channels: ['email', 'sms'] },
      { daysBefore: 0, minutesBefore: 120, channels: ['sms'] },
    ] as const;
    const later = plan(both, { ...defaultMessagePolicy, reminders }).slice(2);
    // The week before is past already.
    expect(later).toEqual([
      reminder,
      { ...reminder, channel: 'sms' },
      { ...reminder, channel: 'sms', plannedAt: at('2026-11-24T07:40Z') },
    ]);
    expect(plan(both, { ...defaultMessagePolicy, reminders: [] })).toHaveLength(2);
  });

  test('never brings a message before now, nor at the start or later', () => {
    const rules = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 30 }),
        minutes: fc.integer({ min: 15, max: 1440 }),
        channels: fc.constantFrom<ReminderRule['channels']>(['email'], ['sms'], ['email', 'sms']),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 40 * 1440 }), (found, minutesAhead) => {
        const now = addMinutes(startAt, -minutesAhead);
        const reminders = found.map(({ days, minutes, channels }) => ({
          daysBefore: days,
          minutesBefore: days === 0 ? minutes : 0,
          channels,
        }));
        for (const message of plan(both, { ...defaultMessagePolicy, reminders }, now)) {
          expect(message.plannedAt).toBeGreaterThanOrEqual(now);
          expect(message.plannedAt).toBeLessThan(startAt);
        }
      }),
    );
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

test('a change brings word of it now, with the time before it, and the reminder of the new time', () => {
  const startAt = at('2026-11-24T09:40Z');
  const now = at('2026-11-20T08:00Z');
  const formerStartAt = at('2026-11-22T09:40Z');
  const change = (contact: typeof noContact, former = formerStartAt) =>
    planChangeMessages({ ...contact, startAt, formerStartAt: former, timeZone }, now, defaultMessagePolicy);
  // Of another channel at the same time nothing was before it.
  expect(change({ ...both, phone: null }, startAt)[0]).toEqual({
    kind: 'moved',
    channel: 'email',
    plannedAt: now,
  });
  expect(change({ ...both, phone: null })).toEqual([
    { kind: 'moved', channel: 'email', plannedAt: now, aboutStartAt: formerStartAt },
    { kind: 'reminder', channel: 'email', plannedAt: at('2026-11-23T09:40Z'), aboutStartAt: startAt },
  ]);
  expect(change(noContact)).toEqual([]);
});
