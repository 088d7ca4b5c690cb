import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultMessagePolicy } from '#journey/message-policy.ts';
import { decideEscalation, type Situation } from './escalation-rule.ts';

const minute = 60_000;
const startAt = Date.UTC(2026, 10, 24, 9, 40);
const at = (minutesBefore: number) => startAt - minutesBefore * minute;
const mobile = '+32470123456';
const landline = '+3293234567';

type Message = Situation['messages'][number];
const reminder = (over: Partial<Message> = {}): Message => ({
  kind: 'reminder',
  channel: 'email',
  state: 'accepted',
  plannedAt: at(1440),
  ...over,
});
const text = (over: Partial<Message> = {}) => reminder({ channel: 'sms', kind: 'escalation', ...over });

const decide = (
  over: Partial<Situation>,
  minutesBefore: number,
  policy: Partial<typeof defaultMessagePolicy> = {},
) =>
  decideEscalation(
    {
      startAt,
      email: null,
      phone: mobile,
      textsStopped: false,
      heardAt: null,
      messages: [reminder()],
      callAskedAt: null,
      ...over,
    },
    { ...defaultMessagePolicy, ...policy },
    at(minutesBefore),
  );

describe('what was not answered', () => {
  test('is followed by a text message four hours before, and not earlier', () => {
    expect(decide({}, 241)).toBeNull();
    expect(decide({}, 240)).toBe('text');
    expect(decide({ messages: [reminder({ state: 'delivered' })] }, 240)).toBe('text');
  });

  test('needs nothing when something was heard since the newest news', () => {
    expect(decide({ heardAt: at(1000) }, 240)).toBeNull();
    expect(decide({ heardAt: at(2000) }, 240)).toBe('text');
  });

  test('is not followed where a text message arrived', () => {
    const messages = [reminder(), reminder({ channel: 'sms', state: 'delivered' })];
    expect(decide({ messages }, 100)).toBeNull();
  });

  test('leads to a call when the text message did not help by half the time, or failed', () => {
    const accepted = [reminder(), text({ plannedAt: at(240) })];
    expect(decide({ messages: accepted }, 121)).toBeNull();
    expect(decide({ messages: accepted }, 120)).toEqual({ call: 'unread' });
    const failed = [reminder(), text({ plannedAt: at(240), state: 'failedForGood' })];
    expect(decide({ messages: failed }, 239)).toEqual({ call: 'unread' });
  });

  test('is left to the counter at once where no text message arrives, also without a number', () => {
    expect(decide({ phone: landline }, 240)).toEqual({ call: 'unread' });
    expect(decide({ phone: null }, 241)).toBeNull();
    expect(decide({ phone: null }, 240)).toEqual({ call: 'unread' });
  });

  test('is left alone by who chose so, and so near the start that it is of no use', () => {
    expect(decide({}, 100, { escalateUnreadMinutes: null })).toBeNull();
    expect(decide({}, 9)).toBeNull();
  });
});

describe('what came back', () => {
  const bounced = reminder({ state: 'failedForGood' });

  test('is followed by a text message at once', () => {
    expect(decide({ messages: [bounced] }, 1439)).toBe('text');
  });

  test('is not when the municipality chose to wait', () => {
    const wait = { escalateBounced: false };
    expect(decide({ messages: [bounced] }, 1439, wait)).toBeNull();
    expect(decide({ messages: [bounced] }, 240, wait)).toBe('text');
  });

  test('leads to a call at once when no other way is left', () => {
    expect(decide({ messages: [bounced], phone: landline }, 1439)).toEqual({ call: 'bounced' });
    expect(decide({ messages: [bounced], phone: null }, 1439)).toEqual({ call: 'bounced' });
    const both = [bounced, text({ plannedAt: at(1400), state: 'failedForGood' })];
    expect(decide({ messages: both }, 1399)).toEqual({ call: 'bounced' });
  });

  test('waits while another way is open', () => {
    const messages = [bounced, reminder({ channel: 'sms', state: 'sending' })];
    expect(decide({ messages }, 1439)).toBeNull();
  });
});

describe('news by text message alone, of who left a mail address too', () => {
  const email = 'sofie@example.org';
  const sent = (state: Message['state'], minutesBefore = 120) =>
    reminder({ channel: 'sms', state, plannedAt: at(minutesBefore) });

  test('is followed by nothing when it arrived', () => {
    expect(decide({ email, messages: [sent('delivered')] }, 119)).toBeNull();
    expect(decide({ email, messages: [sent('delivered')] }, 60)).toBeNull();
  });

  test('gets time to arrive, then is followed by a mail, and that by a call', () => {
    expect(decide({ email, messages: [sent('accepted')] }, 119)).toBeNull();
    expect(decide({ email, messages: [sent('accepted')] }, 111)).toBeNull();
    expect(decide({ email, messages: [sent('accepted')] }, 110)).toBe('mail');
    const mailed = [sent('accepted'), reminder({ kind: 'escalation', plannedAt: at(110) })];
    expect(decide({ email, messages: mailed }, 101)).toBeNull();
    expect(decide({ email, messages: mailed }, 100)).toEqual({ call: 'unread' });
  });

  test('is followed by a mail at once when it failed', () => {
    expect(decide({ email, messages: [sent('failedForGood')] }, 119)).toBe('mail');
  });
});

describe('a number that wants no text messages', () => {
  const textsStopped = true;
  const stopped = reminder({ channel: 'sms', state: 'failedForGood' });

  test('leads to a mail at once, then to a call', () => {
    const email = 'sofie@example.org';
    expect(decide({ textsStopped, email, messages: [stopped] }, 1439)).toBe('mail');
    const mailed = [stopped, reminder({ kind: 'escalation', plannedAt: at(1439) })];
    expect(decide({ textsStopped, email, messages: mailed }, 240)).toBeNull();
    expect(decide({ textsStopped, email, messages: mailed }, 120)).toEqual({ call: 'unread' });
  });

  test('leads to a call where there is no mail address, or where the mail was not answered', () => {
    expect(decide({ textsStopped, messages: [stopped] }, 1439)).toEqual({ call: 'bounced' });
    expect(decide({ textsStopped, messages: [reminder()] }, 240)).toEqual({ call: 'unread' });
  });
});

test('nothing follows on what was never sent, or on a call that was asked for since', () => {
  expect(decide({ messages: [] }, 100)).toBeNull();
  expect(decide({ messages: [reminder({ state: 'discarded' })] }, 100)).toBeNull();
  expect(decide({ phone: landline, callAskedAt: at(200) }, 100)).toBeNull();
  expect(decide({ phone: landline, callAskedAt: at(2000) }, 100)).toEqual({ call: 'unread' });
});

test('whatever happens, the same news brings one text message, one mail and one call at most, and none at the end', () => {
  const outcomes = fc.array(fc.constantFrom('accepted', 'delivered', 'failedForGood', 'failedTemporarily'), {
    minLength: 60,
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(mobile, landline, null),
      fc.constantFrom('sofie@example.org', null),
      fc.constantFrom<Message['channel']>('email', 'sms'),
      fc.constantFrom<Message['state']>('accepted', 'delivered', 'failedForGood', 'sending'),
      outcomes,
      (phone, email, channel, state, followUps) => {
        let messages = [reminder({ channel, state })];
        let callAskedAt: number | null = null;
        const done: unknown[] = [];
        for (let before = 1_440; before >= -20; before -= 5) {
          const what = decide({ phone, email, messages, callAskedAt }, before);
          if (what === null) continue;
          expect(before).toBeGreaterThanOrEqual(10);
          done.push(what);
          const next = (followUps[done.length] ?? 'accepted') as Message['state'];
          if (what === 'text') messages = [...messages, text({ plannedAt: at(before), state: next })];
          else if (what === 'mail')
            messages = [...messages, reminder({ kind: 'escalation', plannedAt: at(before), state: next })];
          else callAskedAt = at(before);
        }
        for (const each of ['text', 'mail'] as const)
          expect(done.filter((what) => what === each).length).toBeLessThanOrEqual(1);
        const calls = done.filter((what) => what !== 'text' && what !== 'mail');
        expect(calls.length).toBeLessThanOrEqual(1);
      },
    ),
  );
});
