import type { WantedAvailability } from '#journey/availability.ts';
import type { ProposableChannel } from '#journey/channel-proposal.ts';
import type {
  AppointmentId,
  CallbackId,
  CallTaskId,
  ConversationId,
  ParticipantId,
  ServiceId,
} from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { CallView, SeatEntry } from '#journey/live-views.ts';
import type { SendBackReason } from '#journey/send-back.ts';
import type { ReadyWord } from '#journey/waiting-words.ts';
import { askJson } from '#shared/http/ask-json.ts';
import type { CallResult } from '../call-result.ts';
import type { CallableService } from '../caller.data.ts';
import type { ChangeChannel, FreeDays, WantedChange } from '../change-answers.ts';
import type { Dossier } from '../dossier.ts';
import type { FoundAppointment } from '../found-appointment.ts';
import type { SeatPreferences } from '../preferences.ts';

/** Why the server refused; `unexpected` also when it could not be reached. */
export type Refusal = { readonly code: string; readonly clerkName?: string };
export type Answer<Value, Why extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Why };

/** One request of the seat; what went wrong is a value. */
export function ask<Value>(path: string, init: RequestInit = {}): Promise<Answer<Value>> {
  return askJson<Value, Refusal>(`/api/seat/${path}`, init);
}

export function askDossier(appointmentId: AppointmentId, signal: AbortSignal): Promise<Answer<Dossier>> {
  return ask(`appointments/${appointmentId}`, { signal });
}

/** An appointment as the list would show it, of whatever day. */
export function askEntry(appointmentId: AppointmentId, signal?: AbortSignal): Promise<Answer<SeatEntry>> {
  return ask(`appointments/${appointmentId}/entry`, { signal });
}

export function askAdmission(conversationId: ConversationId): Promise<Answer<CallView>> {
  return ask(`conversations/${conversationId}/admit`, { method: 'POST', body: '{}' });
}

/** Opens the conversation of an appointment by telephone. */
export function askPhone(id: AppointmentId): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/phone`, { method: 'POST', body: '{}' });
}

/** What somebody who telephones may do so about. */
export function askCallableServices(signal: AbortSignal): Promise<Answer<readonly CallableService[]>> {
  return ask('phone-conversations', { signal });
}

/** Opens a conversation with who telephones without appointment. @param caller `press` names the press: said again, it opens no other one */
export function sendCaller(caller: {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly phone: string;
  readonly language: Language;
  readonly press: string;
}): Promise<Answer<unknown>> {
  return ask('phone-conversations', { method: 'POST', body: JSON.stringify(caller) });
}

/** Opens the conversation with who says the code that they got when they proved who they are. */
export function sendCallersCode(said: {
  readonly code: string;
  readonly press: string;
}): Promise<Answer<unknown>> {
  return ask('phone-conversations/code', { method: 'POST', body: JSON.stringify(said) });
}

/** Writes down who telephones. */
export function sendCallersName(id: AppointmentId, name: string): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/name`, { method: 'PUT', body: JSON.stringify({ name }) });
}

/** Says something to one who waits, or to all. */
export function sayToWaiting(said: {
  readonly to: AppointmentId | 'all';
  readonly word: ReadyWord | null;
  readonly text: string;
}): Promise<Answer<{ readonly count: number }>> {
  return ask('words', { method: 'POST', body: JSON.stringify(said) });
}

/** The citizen waits again. */
export function sendBack(
  conversationId: ConversationId,
  wish: { readonly reason: SendBackReason; readonly remark: string; readonly isBehind: boolean },
): Promise<Answer<unknown>> {
  return ask(`conversations/${conversationId}/send-back`, { method: 'POST', body: JSON.stringify(wish) });
}

/** Lets a guest in who stands at the door, or puts one out. */
export function askDoor(
  conversationId: ConversationId,
  participantId: ParticipantId,
  what: 'admit' | 'expel',
): Promise<Answer<unknown>> {
  return ask(`conversations/${conversationId}/participants/${participantId}/${what}`, {
    method: 'POST',
    body: '{}',
  });
}

/** Opens, pauses or closes the own seat. */
export function sendAvailability(wanted: WantedAvailability): Promise<Answer<unknown>> {
  return ask('availability', { method: 'PUT', body: JSON.stringify(wanted) });
}

/** Keeps one part of what the clerk chose for the seat. */
export function sendPreferences(change: Partial<SeatPreferences>): Promise<Answer<unknown>> {
  return ask('preferences', { method: 'PUT', body: JSON.stringify(change) });
}

/** The times that an appointment could have instead. */
export function askOtherTimes(
  id: AppointmentId,
  channel: ChangeChannel,
  signal: AbortSignal,
): Promise<Answer<FreeDays>> {
  return ask(`appointments/${id}/times`, { method: 'POST', body: JSON.stringify({ channel }), signal });
}

export function sendChange(id: AppointmentId, wanted: WantedChange): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/move`, { method: 'POST', body: JSON.stringify(wanted) });
}

export function sendCancellation(id: AppointmentId): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/cancel`, { method: 'POST', body: '{}' });
}

/** Nobody came, or it is taken back. */
export function sendMissed(id: AppointmentId, missed: boolean): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/missed`, { method: 'PUT', body: JSON.stringify({ missed }) });
}

/** A call or a visit took place, or it is taken back. */
export function sendTookPlace(id: AppointmentId, tookPlace: boolean): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/took-place`, { method: 'PUT', body: JSON.stringify({ tookPlace }) });
}

/** Looks for whoever phones. */
export function askSearch(typed: string, signal: AbortSignal): Promise<Answer<readonly FoundAppointment[]>> {
  return ask('search', { method: 'POST', body: JSON.stringify({ typed }), signal });
}

/** What came of a call; null takes it back. */
export function sendCallResult(id: CallTaskId, result: CallResult | null): Promise<Answer<unknown>> {
  return ask(`calls/${id}`, { method: 'PUT', body: JSON.stringify({ result }) });
}

/** What is done about somebody who asked to be called: taken in hand, let go, called, called at another time. */
export type CallbackAct =
  | { readonly act: 'claim'; readonly takeOver: boolean }
  | { readonly act: 'release' }
  /** Null takes it back. */
  | { readonly act: 'try'; readonly result: CallResult | null }
  | { readonly act: 'reschedule'; readonly untilAt: number };

export function sendCallback(id: CallbackId, act: CallbackAct): Promise<Answer<unknown>> {
  return ask(`callbacks/${id}`, { method: 'PUT', body: JSON.stringify(act) });
}

/** The parts of days in which the team can call. */
export function askCallWindows(
  id: CallbackId,
): Promise<Answer<readonly { readonly startAt: number; readonly endAt: number }[]>> {
  return ask(`callbacks/${id}`);
}

/** Proposes to meet without video; null takes that back. */
export function sendProposal(id: AppointmentId, channel: ProposableChannel | null): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/proposal`, { method: 'PUT', body: JSON.stringify({ channel }) });
}

/** Of the notes of preparation, what a colleague wrote meanwhile. */
type NotesRefusal = Refusal & { readonly text?: string; readonly revision?: number };

/** Keeps the team's own notes before a conversation. */
export function sendPreparationNotes(
  id: AppointmentId,
  notes: { readonly text: string; readonly revision: number },
): Promise<Answer<{ readonly revision: number }, NotesRefusal>> {
  const init = { method: 'PUT', keepalive: true, body: JSON.stringify(notes) };
  return ask<{ readonly revision: number }>(`appointments/${id}/preparation`, init);
}

/** Survives the page being left in the middle of it. */
export function sendNotes(conversationId: ConversationId, text: string): Promise<Answer<unknown>> {
  return ask(`conversations/${conversationId}/notes`, {
    method: 'PUT',
    body: JSON.stringify({ text }),
    keepalive: text.length < 15_000,
  });
}
