import { type PlannedMessage, planReminders } from '#journey/message-plan.ts';
import type { MessageChannel, MessagePolicy } from '#journey/message-policy.ts';
import type { MessageState } from '#journey/message-state.ts';
import type { EpochMilliseconds } from '#journey/time.ts';

/** What a change of the moments of reminders means for one appointment. */

export type PlannedReminder = {
  readonly id: string;
  readonly channel: MessageChannel;
  readonly state: MessageState;
  readonly plannedAt: EpochMilliseconds;
  /** The start that it brings to mind; null where it does not say. */
  readonly aboutStartAt: EpochMilliseconds | null;
  /** It was taken away by an earlier change of the moments. */
  readonly wasTakenAway: boolean;
};

export type Replan = {
  readonly add: readonly PlannedMessage[];
  /** Ids of what was taken away by an earlier change, and is wanted again. */
  readonly revive: readonly string[];
  /** Ids of what is not wanted any more. */
  readonly discard: readonly string[];
};

type Reminded = Parameters<typeof planReminders>[0];

/**
 * Compares what is planned with what the rules want now. What was sent, is being sent, or whose moment has come is left alone, and
 * nothing is planned that stands there already: doing it twice changes nothing more. A reminder stays though its moment is no longer
 * wanted where all new moments have passed and nothing was sent yet: better at the old moment than never.
 */
export function replanReminders(
  appointment: Reminded,
  reminders: readonly PlannedReminder[],
  policy: Pick<MessagePolicy, 'reminders'>,
  now: EpochMilliseconds,
): Replan {
  const wanted = planReminders(appointment, now, policy);
  const own = reminders.filter(
    ({ aboutStartAt }) => aboutStartAt === null || aboutStartAt === appointment.startAt,
  );
  const open = own.filter(({ state, plannedAt }) => state === 'planned' && plannedAt > now);
  const unwanted = open.filter((reminder) => !wanted.some((message) => isSame(message, reminder)));
  const wasReminded = own.some(({ state }) => state !== 'planned' && state !== 'discarded');
  const isLastChance = wanted.length === 0 && policy.reminders.length > 0 && !wasReminded;
  return {
    add: wanted.filter((message) => !reminders.some((reminder) => isSame(message, reminder))),
    revive: own
      .filter(({ wasTakenAway }) => wasTakenAway)
      .filter((reminder) => wanted.some((message) => isSame(message, reminder)))
      .map(({ id }) => id),
    discard: isLastChance ? [] : unwanted.map(({ id }) => id),
  };
}

type Moment = Pick<PlannedReminder, 'channel' | 'plannedAt'>;

function isSame(one: Moment, other: Moment): boolean {
  return one.channel === other.channel && one.plannedAt === other.plannedAt;
}
