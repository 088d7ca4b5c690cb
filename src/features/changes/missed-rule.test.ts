import { describe, expect, test } from 'vitest';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { isMissedByRule, mayMarkMissed, tellMissedAt } from './missed-rule.ts';

const startAt = epochMilliseconds(Date.UTC(2026, 10, 23, 9));
const endAt = addMinutes(startAt, 15);
const unattended = { state: 'booked', channel: 'video', startAt, endAt, conversationState: null } as const;
const twoHoursLater = addMinutes(endAt, 120);

describe('by the rule', () => {
  test('an appointment is missed when nobody came as long as the waiting room was open', () => {
    expect(isMissedByRule(unattended, twoHoursLater)).toBe(true);
    expect(isMissedByRule(unattended, epochMilliseconds(twoHoursLater - 1))).toBe(false);
    expect(isMissedByRule({ ...unattended, channel: 'chat' }, twoHoursLater)).toBe(true);
  });
  test.each(['waiting', 'admitted', 'ended'] as const)(
    'who came missed nothing (%s)',
    (conversationState) => {
      expect(isMissedByRule({ ...unattended, conversationState }, twoHoursLater)).toBe(false);
    },
  );
  test.each(['phone', 'counter'] as const)(
    'nothing is said of a channel that it cannot see (%s)',
    (channel) => {
      expect(isMissedByRule({ ...unattended, channel }, twoHoursLater)).toBe(false);
    },
  );
  test.each(['completed', 'cancelled', 'missed'] as const)(
    'nothing changes what is settled (%s)',
    (state) => {
      expect(isMissedByRule({ ...unattended, state }, twoHoursLater)).toBe(false);
    },
  );
});

describe('by hand', () => {
  test('it can be said from the start on, on every channel', () => {
    expect(mayMarkMissed(unattended, epochMilliseconds(startAt - 1))).toBe(false);
    expect(mayMarkMissed(unattended, startAt)).toBe(true);
    expect(mayMarkMissed({ ...unattended, channel: 'phone' }, startAt)).toBe(true);
  });
  test('it cannot be said of who was spoken with', () => {
    for (const conversationState of ['admitted', 'ended'] as const)
      expect(mayMarkMissed({ ...unattended, conversationState }, endAt)).toBe(false);
  });
  test('nobody is told at once, so that it can be taken back', () => {
    expect(tellMissedAt('clerk', startAt)).toBe(addMinutes(startAt, 10));
    expect(tellMissedAt('rule', startAt)).toBe(startAt);
  });
});
