/** What the seat is told about changing an appointment. */

export type ChangeChannel = 'video' | 'phone' | 'counter';

/** The days on which there is a free time. Times are epoch milliseconds, dates local. */
export type FreeDays = {
  readonly days: readonly { readonly date: string; readonly times: readonly number[] }[];
};

export type WantedChange = {
  readonly startAt: number;
  readonly channel: ChangeChannel;
  /** As typed; null when it is known already or not needed. */
  readonly phone: string | null;
};
