import { beforeEach, describe, expect, test } from 'vitest';
import { readMessagePolicy } from '#db/message-policy.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { defaultMessagePolicy } from '#journey/message-policy.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { changeMessageRules, messageRulesForm, reminderRows } from './change-message-rules.ts';
import { makeChange } from './make-change.ts';

const tools = {
  clock: { now: () => Date.UTC(2026, 11, 1, 8) },
  timeZone: 'Europe/Brussels',
  countFreeTimes: async () => 0,
};
const wish = {
  reminder: { d7: 'sms', d1: 'email', m120: 'both', m60: 'none' },
  unread: '480',
  bounced: 'no',
  delay: 'never',
} as const;

let counter: Counter;
beforeEach(async () => {
  counter = await createCounter();
});

const readPolicy = () => withOrganisation(counter.organisation.id, readMessagePolicy);
async function save(role: 'administrator' | 'supervisor', form: unknown) {
  const { actor } = await createSeatedClerk(counter, { roles: [role] });
  const change = changeMessageRules(messageRulesForm.parse(form));
  return makeChange(tools, actor, change, { save: true, confirmation: null });
}

describe('the rules by which messages go out', () => {
  test('are the product’s until an administrator writes others; then just those hold', async () => {
    expect(await readPolicy()).toEqual(defaultMessagePolicy);
    expect(await save('administrator', wish)).toMatchObject({ kind: 'done' });
    expect(await readPolicy()).toEqual({
      reminders: [
        { daysBefore: 7, minutesBefore: 0, channels: ['sms'] },
        { daysBefore: 1, minutesBefore: 0, channels: ['email'] },
        { daysBefore: 0, minutesBefore: 120, channels: ['email', 'sms'] },
      ],
      escalateUnreadMinutes: 480,
      escalateBounced: false,
      delayNoticeMinutes: null,
    });
    const waiting = await withOrganisation(counter.organisation.id, ({ db }) => db.messagePolicy.findFirst());
    expect(waiting?.remindersChangedAt).toEqual(new Date(tools.clock.now()));
    await save('administrator', { ...wish, reminder: {}, unread: 'never', bounced: 'yes', delay: '15' });
    expect(await readPolicy()).toEqual({
      reminders: [],
      escalateUnreadMinutes: null,
      escalateBounced: true,
      delayNoticeMinutes: 15,
    });
  });

  test('are not for a supervisor', async () => {
    expect(await save('supervisor', wish)).toEqual({ kind: 'forbidden' });
    expect(await readPolicy()).toEqual(defaultMessagePolicy);
  });

  test.each([
    [{ ...wish, reminder: { d31: 'email' } }],
    [{ ...wish, reminder: { m14: 'email' } }],
    [{ ...wish, reminder: { tomorrow: 'email' } }],
    [{ ...wish, reminder: { d1: 'pigeon' } }],
    [{ ...wish, unread: '29' }],
    [{ ...wish, unread: 'soon' }],
    [{ ...wish, delay: '4' }],
    [{ ...wish, delay: '15.5' }],
    [{ ...wish, bounced: 'maybe' }],
  ])('are refused outside their bounds: %j', (form) => {
    expect(messageRulesForm.safeParse(form).success).toBe(false);
  });

  test('show a moment of their own among the usual ones, the earliest first', () => {
    const rows = reminderRows([{ daysBefore: 5, minutesBefore: 0, channels: ['sms', 'email'] }]);
    expect(rows.map(({ moment, ways }) => `${moment.daysBefore} ${moment.minutesBefore} ${ways}`)).toEqual([
      '7 0 none',
      '5 0 both',
      '3 0 none',
      '2 0 none',
      '1 0 none',
      '0 240 none',
      '0 120 none',
      '0 60 none',
    ]);
  });
});
