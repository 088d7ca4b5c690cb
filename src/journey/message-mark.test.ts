import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MarkedMessage, markMessages } from './message-mark.ts';

const now = 1_000;
const message = (over: Partial<MarkedMessage> = {}): MarkedMessage => ({
  kind: 'confirmation',
  channel: 'email',
  state: 'accepted',
  plannedAt: 100,
  attempts: 1,
  ...over,
});
const mark = (...messages: readonly MarkedMessage[]) => {
  const found = markMessages(messages, now);
  return found && `${found.kind} ${found.state}`;
};

test('nothing was to be told before the first message is due', () => {
  expect(mark()).toBeNull();
  expect(mark(message({ state: 'planned', plannedAt: now + 1 }))).toBeNull();
  expect(mark(message({ state: 'discarded' }))).toBeNull();
});

test('the newest news counts, not what comes later or was no longer wanted', () => {
  expect(
    mark(
      message({ state: 'read' }),
      message({ kind: 'reminder', plannedAt: 500 }),
      message({ kind: 'moved', plannedAt: 600, state: 'discarded' }),
      message({ kind: 'reminder', plannedAt: 2_000, state: 'planned' }),
    ),
  ).toBe('reminder accepted');
});

test('of two ways the one counts on which it came further', () => {
  const bounced = message({ state: 'failedForGood' });
  expect(mark(bounced, message({ channel: 'sms', state: 'delivered' }))).toBe('confirmation delivered');
  expect(mark(bounced, message({ channel: 'sms', state: 'failedTemporarily' }))).toBe('confirmation failing');
  expect(mark(bounced, message({ channel: 'sms', state: 'failedForGood' }))).toBe('confirmation failed');
  expect(mark(message({ state: 'sending' }))).toBe('confirmation underway');
});

test('that the other way failed for good is said beside how far it came', () => {
  const bounced = message({ state: 'failedForGood' });
  const followed = message({ kind: 'escalation', channel: 'sms', plannedAt: 500, state: 'delivered' });
  expect(markMessages([bounced, followed], now)).toMatchObject({
    kind: 'escalation',
    state: 'delivered',
    channel: 'sms',
    failed: 'email',
  });
  const mailed = message({ plannedAt: 300, state: 'accepted' });
  expect(markMessages([bounced, mailed, followed], now)?.failed).toBeNull();
  expect(
    markMessages([bounced, message({ channel: 'sms', state: 'failedForGood' })], now)?.failed,
  ).toBeNull();
  expect(markMessages([bounced], now)).toMatchObject({ state: 'failed', channel: 'email', failed: null });
});

test('whatever happens to a message changes the revision', () => {
  const states = ['planned', 'sending', 'accepted', 'delivered', 'read', 'failedForGood'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom(...states), (before, after) => {
      const first = message({ state: 'read' });
      const [a, b] = [before, after].map((state) => markMessages([first, message({ state })], now)?.revision);
      expect(a === b).toBe(before === after);
    }),
  );
});
