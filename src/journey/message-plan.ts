import { addDays, localDateAt, momentOfWall, readZoneOffsets, toZonedDateTime } from './local-time.ts';
import { canReceiveTexts } from './text-messages.ts';
import type { EpochMilliseconds } from './time.ts';

/** Which messages an appointment brings, and when: planned by whoever changes it, sent by the worker. */

export type MessageKind = 'confirmation' | 'reminder' | 'cancellation' | 'moved' | 'earlierTime' | 'missed';
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
  return planWithReminder('confirmation', appointment, bookedAt);
}

/**
 * What an appointment brings that has another time or channel: word of it now, and the reminder of its new time. The reminder of
 * the old one finds out for itself that it is not wanted any more.
 */
export function planChangeMessages(
  appointment: Times & Contact,
  changedAt: EpochMilliseconds,
): readonly PlannedMessage[] {
  return planWithReminder('moved', appointment, changedAt);
}

function planWithReminder(
  kind: MessageKind,
  appointment: Times & Contact,
  now: EpochMilliseconds,
): readonly PlannedMessage[] {
  const remindAt = reminderMoment(appointment);
  return channelsTo(appointment).flatMap((channel): PlannedMessage[] => {
    const first = { kind, channel, plannedAt: now };
    if (remindAt <= now) return [first];
    return [first, { kind: 'reminder', channel, plannedAt: remindAt }];
  });
}

/** What a cancelled appointment brings: a notice now. */
export function planCancellationMessages(
  contact: Contact,
  cancelledAt: EpochMilliseconds,
): readonly PlannedMessage[] {
  return planOnAllChannels('cancellation', contact, cancelledAt);
}

/** What an offer of an earlier time brings. Its moment is the offer's own: by it the message finds its offer. */
export function planOfferMessages(contact: Contact, offeredAt: EpochMilliseconds): readonly PlannedMessage[] {
  return planOnAllChannels('earlierTime', contact, offeredAt);
}

/** What an appointment brings to which nobody came. */
export function planMissedMessages(contact: Contact, at: EpochMilliseconds): readonly PlannedMessage[] {
  return planOnAllChannels('missed', contact, at);
}

function planOnAllChannels(
  kind: MessageKind,
  contact: Contact,
  plannedAt: EpochMilliseconds,
): readonly PlannedMessage[] {
  return channelsTo(contact).map((channel) => ({ kind, channel, plannedAt }));
}

/** Every way that the citizen gave, and on which a message arrives. */
function channelsTo({ email, phone }: Contact): readonly MessageChannel[] {
  const channels: MessageChannel[] = [];
  if (email !== null) channels.push('email');
  if (phone !== null && canReceiveTexts(phone)) channels.push('sms');
  return channels;
}
