import type { Language } from '#journey/language.ts';
import type absence from './messages/nl/absence.json';
import type admin from './messages/nl/admin.json';
import type availability from './messages/nl/availability.json';
import type booking from './messages/nl/booking.json';
import type call from './messages/nl/call.json';
import type callback from './messages/nl/callback.json';
import type catalogue from './messages/nl/catalogue.json';
import type changes from './messages/nl/changes.json';
import type chat from './messages/nl/chat.json';
import type closing from './messages/nl/closing.json';
import type code from './messages/nl/code.json';
import type common from './messages/nl/common.json';
import type companions from './messages/nl/companions.json';
import type contact from './messages/nl/contact.json';
import type correspondence from './messages/nl/correspondence.json';
import type deviceTest from './messages/nl/deviceTest.json';
import type errors from './messages/nl/errors.json';
import type failingMessages from './messages/nl/failingMessages.json';
import type forwarding from './messages/nl/forwarding.json';
import type insights from './messages/nl/insights.json';
import type link from './messages/nl/link.json';
import type media from './messages/nl/media.json';
import type messages from './messages/nl/messages.json';
import type messageTexts from './messages/nl/messageTexts.json';
import type preparation from './messages/nl/preparation.json';
import type seat from './messages/nl/seat.json';
import type seatAlerts from './messages/nl/seatAlerts.json';
import type seatKeys from './messages/nl/seatKeys.json';
import type sheet from './messages/nl/sheet.json';
import type staff from './messages/nl/staff.json';
import type staffBooking from './messages/nl/staffBooking.json';
import type survey from './messages/nl/survey.json';
import type visit from './messages/nl/visit.json';
import type waitingRoom from './messages/nl/waitingRoom.json';

export type Messages = {
  absence: typeof absence;
  changes: typeof changes;
  admin: typeof admin;
  availability: typeof availability;
  call: typeof call;
  callback: typeof callback;
  survey: typeof survey;
  visit: typeof visit;
  waitingRoom: typeof waitingRoom;
  forwarding: typeof forwarding;
  insights: typeof insights;
  closing: typeof closing;
  booking: typeof booking;
  catalogue: typeof catalogue;
  chat: typeof chat;
  code: typeof code;
  common: typeof common;
  companions: typeof companions;
  contact: typeof contact;
  correspondence: typeof correspondence;
  deviceTest: typeof deviceTest;
  errors: typeof errors;
  failingMessages: typeof failingMessages;
  link: typeof link;
  media: typeof media;
  messages: typeof messages;
  messageTexts: typeof messageTexts;
  preparation: typeof preparation;
  seat: typeof seat;
  seatAlerts: typeof seatAlerts;
  seatKeys: typeof seatKeys;
  sheet: typeof sheet;
  staff: typeof staff;
  staffBooking: typeof staffBooking;
};

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
