import { addDays, localDateAt, momentOfWall, readZoneOffsets, toZonedDateTime } from './local-time.ts';
import type { EpochMilliseconds } from './time.ts';

/** Which messages an appointment brings, and when: planned by whoever changes it, sent by the worker. */

export type MessageKind = 'confirmation' | 'reminder' | 'cancellation';
export type MessageChannel = 'email' | 'sms';

export type PlannedMessage = {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly plannedAt: EpochMilliseconds;
};

type Contact = { readonly email: string | null; readonly phone: string | null };
type Times = {
  readonly startAt: EpochMilliseconds;
  /** The organisation's zone, IANA name. */
  readonly timeZone: string;
};

/** Days between a reminder and its appointment. */
const reminderDaysBefore = 1;

/** The moment of the reminder: the day before, at the same time on the wall, also when the clock changes in between. */
export function reminderMoment({ startAt, timeZone }: Times): EpochMilliseconds {
  const start = toZonedDateTime(startAt, timeZone);
  const date = addDays(localDateAt(startAt, timeZone), -reminderDaysBefore);
  return momentOfWall(date, start.hour * 60 + start.minute, readZoneOffsets(timeZone, date, date));
}

/** What a new appointment brings: a confirmation now, and a reminder when its moment is still to come. */
export function planBookingMessages(
  appointment: Times & Contact,
  bookedAt: EpochMilliseconds,
): readonly PlannedMessage[] {
  const remindAt = reminderMoment(appointment);
  return channelsTo(appointment).flatMap((channel): PlannedMessage[] => {
    const confirmation = { kind: 'confirmation', channel, plannedAt: bookedAt } as const;
    if (remindAt <= bookedAt) return [confirmation];
    return [confirmation, { kind: 'reminder', channel, plannedAt: remindAt }];
  });
}

/** What a cancelled appointment brings: a notice now. */
export function planCancellationMessages(
  contact: Contact,
  cancelledAt: EpochMilliseconds,
): readonly PlannedMessage[] {
  return channelsTo(contact).map((channel) => ({ kind: 'cancellation', channel, plannedAt: cancelledAt }));
}

/** Every way that the citizen gave. */
function channelsTo({ email, phone }: Contact): readonly MessageChannel[] {
  const channels: MessageChannel[] = [];
  if (email !== null) channels.push('email');
  if (phone !== null) channels.push('sms');
  return channels;
}
