import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReminderRule } from '#journey/message-policy.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { type PlannedReminder, replanReminders } from './replan-rule.ts';

const startAt = epochMilliseconds(Date.parse('2026-11-24T09:40Z'));
const sofie = { startAt, timeZone: 'Europe/Brussels', email: 's@example.org', phone: '+32470123456' };
const ahead = (minutes: number) => addMinutes(startAt, -minutes);
const day = 24 * 60;
const rule = (days: number, minutes = 0, channels: ReminderRule['channels'] = ['email']): ReminderRule => ({
  daysBefore: days,
  minutesBefore: minutes,
  channels,
});

const planned = (over: Partial<PlannedReminder> = {}): PlannedReminder => ({
  id: 'd1',
  channel: 'email',
  state: 'planned',
  plannedAt: ahead(day),
  aboutStartAt: startAt,
  wasTakenAway: false,
  ...over,
});
const replan = (
  reminders: readonly PlannedReminder[],
  rules: readonly ReminderRule[],
  now = ahead(5 * day),
) => replanReminders(sofie, reminders, { reminders: rules }, now);

describe('when the moments of reminders change', () => {
  test('the new ones come and the old ones go', () => {
    expect(replan([planned()], [rule(2), rule(0, 120, ['sms'])])).toMatchObject({
      add: [
        { channel: 'email', plannedAt: ahead(2 * day), aboutStartAt: startAt },
        { channel: 'sms', plannedAt: ahead(120) },
      ],
      discard: ['d1'],
    });
  });

  test('what is sent or in hand stays, and is not planned again', () => {
    for (const state of ['sending', 'accepted', 'failedTemporarily', 'read'] as const) {
      const nothing = { add: [], revive: [], discard: [] };
      expect(replan([planned({ state })], [rule(1)])).toEqual(nothing);
      expect(replan([planned({ state })], [])).toEqual(nothing);
    }
  });

  test('what an earlier change took away comes back, and nothing else that was discarded', () => {
    const gone = planned({ state: 'discarded', wasTakenAway: true });
    expect(replan([gone], [rule(1)])).toEqual({ add: [], revive: ['d1'], discard: [] });
    expect(replan([{ ...gone, wasTakenAway: false }], [rule(1)]).revive).toEqual([]);
    expect(replan([gone], [rule(1)], ahead(day)).revive).toEqual([]);
  });

  test('reminders of another time of the same appointment are left to themselves', () => {
    const other = planned({ aboutStartAt: ahead(3 * day), plannedAt: ahead(4 * day) });
    expect(replan([other], []).discard).toEqual([]);
  });

  test('the old moment holds where all new ones have passed and nothing was sent yet; not where there are to be none', () => {
    const now = ahead(30 * 60);
    expect(replan([planned()], [rule(2)], now).discard).toEqual([]);
    expect(replan([planned()], [], now).discard).toEqual(['d1']);
    const sent = planned({ id: 'd7', plannedAt: ahead(7 * day), state: 'delivered' });
    expect(replan([sent, planned()], [rule(7)], now).discard).toEqual(['d1']);
  });
});

test('whatever the changes, doing it again changes nothing, and no moment has two reminders on one way', () => {
  const rules = fc.uniqueArray(
    fc.constantFrom(
      rule(7),
      rule(2, 0, ['sms']),
      rule(1, 0, ['email', 'sms']),
      rule(0, 240),
      rule(0, 60, ['sms']),
    ),
  );
  const moments = fc.array(fc.integer({ min: 30, max: 9 * day }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(moments, fc.array(rules, { minLength: 6, maxLength: 6 }), (changes, all) => {
      let reminders: PlannedReminder[] = [];
      const sent = new Set<string>();
      for (const [index, minutes] of changes.sort((one, other) => other - one).entries()) {
        const now = ahead(minutes);
        // Meanwhile what was due went out.
        reminders = reminders.map((each) =>
          each.state === 'planned' && each.plannedAt <= now ? send(each, sent) : each,
        );
        const chosen = all[index] ?? [];
        reminders = apply(reminders, replan(reminders, chosen, now), now);
        expect(replan(reminders, chosen, now)).toEqual({ add: [], revive: [], discard: [] });
        const open = reminders.filter(({ state }) => state !== 'discarded').map(keyOf);
        expect(new Set(open).size).toBe(open.length);
      }
    }),
  );
});

const keyOf = ({ channel, plannedAt }: { channel: string; plannedAt: number }) => `${channel} ${plannedAt}`;

function send(reminder: PlannedReminder, sent: Set<string>): PlannedReminder {
  expect(sent.has(keyOf(reminder))).toBe(false);
  sent.add(keyOf(reminder));
  return { ...reminder, state: 'accepted' };
}

function apply(
  reminders: readonly PlannedReminder[],
  { add, revive, discard }: ReturnType<typeof replan>,
  now: EpochMilliseconds,
): PlannedReminder[] {
  const changed = reminders.map((each): PlannedReminder => {
    if (discard.includes(each.id)) return { ...each, state: 'discarded', wasTakenAway: true };
    return revive.includes(each.id) ? { ...each, state: 'planned', wasTakenAway: false } : each;
  });
  const added = add.map(({ channel, plannedAt }) =>
    planned({ id: `${now} ${channel} ${plannedAt}`, channel, plannedAt }),
  );
  return [...changed, ...added];
}
