import { z } from 'zod';
import type { MessageChannel, MessagePolicy, ReminderRule } from '#journey/message-policy.ts';
import type { Change } from './make-change.ts';
import { replaceMessagePolicy } from './message-rules.data.ts';
import type { ProblemCode } from './problems.ts';

/** The ways of a reminder, as the form offers them; `none` is no reminder at that moment. */
export const reminderWays = ['none', 'email', 'sms', 'both'] as const;
export type ReminderWays = (typeof reminderWays)[number];

const channelsOf: Readonly<Record<ReminderWays, readonly MessageChannel[]>> = {
  none: [],
  email: ['email'],
  sms: ['sms'],
  both: ['email', 'sms'],
};

/** The moments that the form always offers. */
const usualMoments = [
  { daysBefore: 7, minutesBefore: 0 },
  { daysBefore: 3, minutesBefore: 0 },
  { daysBefore: 2, minutesBefore: 0 },
  { daysBefore: 1, minutesBefore: 0 },
  { daysBefore: 0, minutesBefore: 240 },
  { daysBefore: 0, minutesBefore: 120 },
  { daysBefore: 0, minutesBefore: 60 },
] as const;

type Moment = Pick<ReminderRule, 'daysBefore' | 'minutesBefore'>;

/** A moment as the name of its field: `d1` is a day before, `m120` two hours. */
export function momentName({ daysBefore, minutesBefore }: Moment): string {
  return daysBefore > 0 ? `d${daysBefore}` : `m${minutesBefore}`;
}

export function parseMoment(name: string): Moment | null {
  const [, unit, digits] = /^([dm])(\d{1,4})$/.exec(name) ?? [];
  const count = Number(digits);
  if (unit === 'd' && count >= 1 && count <= 30) return { daysBefore: count, minutesBefore: 0 };
  if (unit === 'm' && count >= 15 && count <= 1440) return { daysBefore: 0, minutesBefore: count };
  return null;
}

/** Every moment that the form shows, the earliest first: the usual ones, and those that hold already. */
export function reminderRows(
  reminders: readonly ReminderRule[],
): readonly { readonly moment: Moment; readonly ways: ReminderWays }[] {
  const own = reminders.filter(
    (rule) => !usualMoments.some((moment) => momentName(moment) === momentName(rule)),
  );
  const minutes = ({ daysBefore, minutesBefore }: Moment) => daysBefore * 24 * 60 + minutesBefore;
  return [...usualMoments, ...own]
    .sort((one, other) => minutes(other) - minutes(one))
    .map((moment) => {
      const rule = reminders.find((each) => momentName(each) === momentName(moment));
      return { moment, ways: rule === undefined ? 'none' : waysOf(rule.channels) };
    });
}

/** The ways of a reminder in one word. */
export function waysOf(channels: readonly MessageChannel[]): ReminderWays {
  return (
    reminderWays.find(
      (ways) =>
        channelsOf[ways].length === channels.length &&
        channelsOf[ways].every((channel) => channels.includes(channel)),
    ) ?? 'none'
  );
}

const wrong: { error: ProblemCode } = { error: 'wrong' };

/** Minutes in a choice; `never` is null. */
function minutesOrNever(least: number, most: number) {
  return z
    .string(wrong)
    .transform((written) => (written === 'never' ? null : Number(written)))
    .pipe(z.number(wrong).int(wrong).min(least, wrong).max(most, wrong).nullable());
}

export const messageRulesForm = z.object({
  reminder: z
    .record(z.string(), z.enum(reminderWays))
    .refine((ways) => Object.keys(ways).every((name) => parseMoment(name) !== null), wrong),
  unread: minutesOrNever(30, 2880),
  bounced: z.enum(['yes', 'no']),
  delay: minutesOrNever(5, 120),
});

/** When messages go out by themselves. It moves no appointment; what was planned for those to come is planned anew soon after. */
export function changeMessageRules(wish: z.output<typeof messageRulesForm>): Change {
  return {
    type: 'administration.messageRulesChanged',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope, now) => {
      await replaceMessagePolicy(scope, toPolicy(wish), now);
      return { ids: {} };
    },
  };
}

function toPolicy({ reminder, unread, bounced, delay }: z.output<typeof messageRulesForm>): MessagePolicy {
  return {
    reminders: Object.entries(reminder).flatMap(([name, ways]) => {
      const moment = parseMoment(name);
      return moment === null || ways === 'none' ? [] : [{ ...moment, channels: channelsOf[ways] }];
    }),
    escalateUnreadMinutes: unread,
    escalateBounced: bounced === 'yes',
    delayNoticeMinutes: delay,
  };
}
