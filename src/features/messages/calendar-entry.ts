import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { createTranslator } from 'next-intl';
import type { EpochMilliseconds } from '#journey/time.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { addressOf } from './mail-parts.ts';
import { parseMailbox } from './parse-mailbox.ts';
import type { Telling } from './told.ts';

const remindSecondsBefore = 15 * 60;

export type CalendarFile = {
  readonly filename: string;
  /** With its METHOD: some programs decide by this alone. */
  readonly contentType: string;
  readonly content: string;
};

/**
 * The appointment as an iCalendar file (RFC 5545) with the method PUBLISH (RFC 5546, section 3.2.1): an entry to take over.
 * Outlook, Apple Calendar, Google Calendar and Thunderbird add it from an attachment or a download, and a file with the same
 * UID and a higher SEQUENCE replaces it. REQUEST would make it an invitation: those programs would then answer to the
 * organiser's mailbox, which nobody reads, and show the citizen as not having accepted.
 * A cancelled appointment is CANCEL with the same UID (section 3.2.5): it takes the entry away again.
 * Instants are in UTC, so the file needs no definition of a time zone. Calendars are shared with family and colleagues: the
 * entry names no service, and is marked private.
 */
export function writeCalendarFile(telling: Telling, writtenAt: EpochMilliseconds): CalendarFile {
  const { sender, appointment, link } = telling;
  const { language, channel } = appointment;
  const t = createTranslator({
    locale: language,
    messages: loadMessages(language, sender.formOfAddress),
    namespace: 'messages.calendar',
  });
  const cancelled = appointment.state === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const summary = t('summary', { organisation: sender.name });
  const calendar = ical({ method, prodId: { company: 'Digitale Balie', product: 'Digitale Balie' } });
  const event = calendar.createEvent({
    id: `${appointment.id}@${sender.host}`,
    sequence: appointment.calendarSequence + (cancelled ? 1 : 0),
    stamp: new Date(writtenAt),
    start: new Date(appointment.startAt),
    end: new Date(appointment.endAt),
    summary,
    organizer: { name: sender.name, email: parseMailbox(sender.mailFrom).address },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
  });
  if (cancelled) {
    event.description(t('cancelled'));
  } else {
    const words = appointment.phraseWords.join(' ');
    event.description(t('description', { link, words, phone: sender.phone }));
    event.location(t('location', { channel, address: addressOf(telling) }));
    event.url(link);
    event.createAlarm({ type: ICalAlarmType.display, trigger: remindSecondsBefore, description: summary });
  }
  return {
    filename: `${t('file')}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendar.toString(),
  };
}
