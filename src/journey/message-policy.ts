/** A way to reach a citizen. */
export type MessageChannel = 'email' | 'sms';

/** A moment before each appointment at which it is brought to mind. One of the two numbers is 0. */
export type ReminderRule = {
  /** Whole days, at the same time on the wall. */
  readonly daysBefore: number;
  readonly minutesBefore: number;
  /** Where the citizen gave none of these ways, the other one is taken. */
  readonly channels: readonly MessageChannel[];
};

/** When a municipality sends messages by itself. */
export type MessagePolicy = {
  readonly reminders: readonly ReminderRule[];
  /** So long before the appointment somebody of whom nothing was heard gets a text message; null for never. */
  readonly escalateUnreadMinutes: number | null;
  /** Whether what came back is followed by a text message at once. */
  readonly escalateBounced: boolean;
  /** From so many minutes later than agreed on, people who still have to come are told; null for never. */
  readonly delayNoticeMinutes: number | null;
};

export const oneDayBefore: ReminderRule = { daysBefore: 1, minutesBefore: 0, channels: ['email'] };

/** What holds as long as a municipality says nothing else. */
export const defaultMessagePolicy: MessagePolicy = {
  reminders: [oneDayBefore],
  escalateUnreadMinutes: 240,
  escalateBounced: true,
  delayNoticeMinutes: 15,
};
