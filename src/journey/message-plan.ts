import type { Channel } from './appointment-wish.ts';
import type { CompanionLinkId, MessageId, RequestId } from './ids.ts';
import { addDays, localDateAt, momentOfWall, readZoneOffsets, toZonedDateTime } from './local-time.ts';
import {
  type MessageChannel,
  type MessagePolicy,
  oneDayBefore,
  type ReminderRule,
} from './message-policy.ts';
import { canReceiveTexts } from './text-messages.ts';
import { addMinutes, type EpochMilliseconds } from './time.ts';

/** Which messages an appointment brings, and when: planned by whoever changes it, sent by the worker. */

export type MessageKind =
  | 'confirmation'
  | 'reminder'
  | 'cancellation'
  | 'moved'
  | 'earlierTime'
  | 'missed'
  /** The counter runs late, or caught up after word of that. */
  | 'delayed'
  /** Nothing was heard on what was sent before. */
  | 'escalation'
  /** It is nearly their turn, and they asked to be told by text. */
  | 'turnNear'
  /** A clerk proposes to meet without video. */
  | 'otherChannel'
  /** To a third person: their own link. */
  | 'companionLink'
  /** To a third person: the video call is at another time. */
  | 'companionMoved'
  /** To a third person: the video call does not take place. */
  | 'companionOff'
  /** There is an answer to a question that ran on after the conversation. */
  | 'questionAnswered'
  /** A clerk said something to who waits and left the page. */
  | 'waitingWord'
  /** The way to something that a clerk asks, for who is on the telephone. */
  | 'requestLink';

export type PlannedMessage = {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly plannedAt: EpochMilliseconds;
  /** Of a reminder: the start that it brings to mind. Of word about a delay: the start that is expected. Of word of a change: the one before. */
  readonly aboutStartAt?: EpochMilliseconds;
  /** The link that it takes to a third person; none for what goes to the citizen. */
  readonly companionLinkId?: CompanionLinkId;
  /** What it leads to, where that is one request. */
  readonly requestId?: RequestId;
  /** E.164, of this message alone; else it goes where the citizen said. */
  readonly goesTo?: string | null;
  /** Its name, where whoever asked for it chose one: asked for twice, it goes once. */
  readonly id?: MessageId;
};

type Contact = { readonly email: string | null; readonly phone: string | null };
type Times = {
  readonly startAt: EpochMilliseconds;
  /** The organisation's zone, IANA name. */
  readonly timeZone: string;
};

type Reminders = Pick<MessagePolicy, 'reminders'>;

/** The moment of a reminder: days before at the same time on the wall, also when the clock changes in between, or minutes. */
export function reminderMoment(
  { startAt, timeZone }: Times,
  { daysBefore, minutesBefore }: ReminderRule = oneDayBefore,
): EpochMilliseconds {
  if (daysBefore === 0) return addMinutes(startAt, -minutesBefore);
  const start = toZonedDateTime(startAt, timeZone);
  const date = addDays(localDateAt(startAt, timeZone), -daysBefore);
  return momentOfWall(date, start.hour * 60 + start.minute, readZoneOffsets(timeZone, date, date));
}

/** What a new appointment brings: a confirmation now, and the reminders whose moment is still to come. */
export function planBookingMessages(
  appointment: Times & Contact,
  bookedAt: EpochMilliseconds,
  policy: Reminders,
): readonly PlannedMessage[] {
  return planWithReminders('confirmation', appointment, bookedAt, policy);
}

/**
 * What an appointment brings that has another time or channel: word of it now, and the reminders of its new time. Those of
 * the old one find out for themselves that they are not wanted any more.
 */
export function planChangeMessages(
  appointment: Times & Contact & { readonly formerStartAt: EpochMilliseconds },
  changedAt: EpochMilliseconds,
  policy: Reminders,
): readonly PlannedMessage[] {
  const { formerStartAt, startAt } = appointment;
  const about = formerStartAt === startAt ? {} : { aboutStartAt: formerStartAt };
  return planWithReminders('moved', appointment, changedAt, policy).map((message) =>
    message.kind === 'moved' ? { ...message, ...about } : message,
  );
}

function planWithReminders(
  kind: MessageKind,
  appointment: Times & Contact,
  now: EpochMilliseconds,
  policy: Reminders,
): readonly PlannedMessage[] {
  return [...planOnAllChannels(kind, appointment, now), ...planReminders(appointment, now, policy)];
}

/** The reminders of an appointment whose moment is still to come. */
export function planReminders(
  appointment: Times & Contact,
  now: EpochMilliseconds,
  { reminders }: Reminders,
): readonly PlannedMessage[] {
  const { startAt } = appointment;
  return reminders.flatMap((rule): readonly PlannedMessage[] => {
    const plannedAt = reminderMoment(appointment, rule);
    if (plannedAt <= now) return [];
    return reminderChannels(appointment, rule).map((channel) => ({
      kind: 'reminder',
      channel,
      plannedAt,
      aboutStartAt: startAt,
    }));
  });
}

/** The ways that the rule names, of those that the citizen gave; where that is none, any that was given. */
function reminderChannels(contact: Contact, { channels }: ReminderRule): readonly MessageChannel[] {
  const given = channelsTo(contact);
  const wanted = given.filter((channel) => channels.includes(channel));
  return wanted.length === 0 ? given : wanted;
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

/** What a delay brings, and its end: word of the start that is expected now. */
export function planDelayMessages(
  contact: Contact,
  expectedAt: EpochMilliseconds,
  now: EpochMilliseconds,
): readonly PlannedMessage[] {
  return planOnAllChannels('delayed', contact, now).map((message) => ({
    ...message,
    aboutStartAt: expectedAt,
  }));
}

/** What follows when nothing is heard: word on the way that was not tried, since the other one did not do. */
export function planEscalation(channel: MessageChannel, now: EpochMilliseconds): PlannedMessage {
  return { kind: 'escalation', channel, plannedAt: now };
}

/** What a proposal brings to meet by telephone or at the counter. */
export function planProposalMessages(contact: Contact, at: EpochMilliseconds): readonly PlannedMessage[] {
  return planOnAllChannels('otherChannel', contact, at);
}

/** What somebody asked for who left the waiting room for a while. */
export function planTurnText(now: EpochMilliseconds): PlannedMessage {
  return { kind: 'turnNear', channel: 'sms', plannedAt: now };
}

/** What sending a third person their link brings: a message to them, now. */
export function planCompanionMessage(
  companionLinkId: CompanionLinkId,
  channel: MessageChannel,
  now: EpochMilliseconds,
): PlannedMessage {
  return { kind: 'companionLink', channel, plannedAt: now, companionLinkId };
}

/** Whether it goes to a third person. */
export function isForCompanion(kind: MessageKind): boolean {
  return kind === 'companionLink' || kind === 'companionMoved' || kind === 'companionOff';
}

/** A third person to whom a link was sent, and on which way. */
export type CompanionRecipient = {
  readonly companionLinkId: CompanionLinkId;
  readonly channel: MessageChannel;
};

/**
 * What a change brings to the third persons who were sent a link, and who are not told of anything but the video call itself.
 * @param after null when the appointment is cancelled
 */
export function planCompanionNews(
  recipients: readonly CompanionRecipient[],
  before: AppointmentTime,
  after: AppointmentTime | null,
  now: EpochMilliseconds,
): readonly PlannedMessage[] {
  const kind = newsForCompanions(before, after);
  if (kind === null) return [];
  return recipients.map((recipient) => ({
    kind,
    plannedAt: now,
    aboutStartAt: before.startAt,
    ...recipient,
  }));
}

type AppointmentTime = { readonly startAt: EpochMilliseconds; readonly channel: Channel };

function newsForCompanions(before: AppointmentTime, after: AppointmentTime | null): MessageKind | null {
  if (after?.channel !== 'video') return before.channel === 'video' ? 'companionOff' : null;
  return before.channel !== 'video' || before.startAt !== after.startAt ? 'companionMoved' : null;
}

/** What an answer brings that the citizen may read: word that it is there, by mail, or by text message without one. It is not urgent. */
export function planAnswerMessages(contact: Contact, now: EpochMilliseconds): readonly PlannedMessage[] {
  return planOnAllChannels('questionAnswered', contact, now).slice(0, 1);
}

/** What a clerk's word brings to who left the waiting room for a while. */
export function planWaitingWord(now: EpochMilliseconds): PlannedMessage {
  return { kind: 'waitingWord', channel: 'sms', plannedAt: now };
}

/**
 * What a clerk's press brings to who is on the telephone: the link to one request.
 * @param press names the press: the same one again brings nothing more
 * @param goesTo E.164; null for the appointment's own number
 */
export function planRequestLink(
  { requestId, press, goesTo }: { requestId: RequestId; press: MessageId; goesTo: string | null },
  now: EpochMilliseconds,
): PlannedMessage {
  return { kind: 'requestLink', channel: 'sms', plannedAt: now, requestId, goesTo, id: press };
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
