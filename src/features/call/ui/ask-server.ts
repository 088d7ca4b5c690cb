import type { AppointmentId, ConversationId, ParticipantId } from '#journey/ids.ts';
import type { Misconduct } from '#journey/misconduct.ts';
import { type MediaAccess, type MediaRefusalCode, mediaRefusalCodes } from '../media-access.ts';
import type { ScreenAnswer } from '../screen-answer.ts';

export type Answer<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  | { readonly kind: 'refused'; readonly code: MediaRefusalCode }
  /** No network, or a server that cannot answer now. */
  | { readonly kind: 'unreachable' };

const timeoutMilliseconds = 8_000;
/** A photo over a weak line. */
const uploadMilliseconds = 60_000;

/** Asks for a place in the room. @param address where this browser's access is given */
export function askAccess(address: string): Promise<Answer<MediaAccess>> {
  return ask<MediaAccess>(address);
}

/** Asks that the rights of this connection be made what the database says. */
export function askRights(address: string): Promise<Answer<unknown>> {
  return ask(`${address}/rights`);
}

/** Asks somebody in the conversation to show a screen, or takes that back. @returns whether it worked */
export function sendScreenAsk(
  conversationId: ConversationId,
  participantId: ParticipantId,
  asks: boolean,
): Promise<boolean> {
  return send(`/api/seat/conversations/${conversationId}/participants/${participantId}/screen`, { asks });
}

/** Says what became of the question for a screen. @returns whether it worked */
export function sendScreenAnswer(reference: string, answer: ScreenAnswer): Promise<boolean> {
  return send(`/api/visits/${encodeURIComponent(reference)}/screen`, { answer });
}

/** Warns somebody in the conversation. @returns whether it worked */
export function sendWarning(
  conversationId: ConversationId,
  participantId: ParticipantId,
  kind: Misconduct,
): Promise<boolean> {
  return send(`/api/seat/conversations/${conversationId}/participants/${participantId}/warning`, { kind });
}

/** Takes somebody the right to be seen, or gives it back (null). @returns whether it worked */
export function sendPictureStop(
  conversationId: ConversationId,
  participantId: ParticipantId,
  stoppedFor: Misconduct | null,
): Promise<boolean> {
  return send(`/api/seat/conversations/${conversationId}/participants/${participantId}/picture`, {
    stoppedFor,
  });
}

/** Asks for a photo of something, or takes that back (null). @returns whether it worked */
export function sendStillAsk(
  conversationId: ConversationId,
  participantId: ParticipantId,
  purpose: string | null,
): Promise<boolean> {
  return send(`/api/seat/conversations/${conversationId}/participants/${participantId}/still`, { purpose });
}

/** Says that one would rather not. @returns whether it worked */
export function sendStillDeclined(reference: string): Promise<boolean> {
  return send(`/api/visits/${encodeURIComponent(reference)}/still/decline`, {});
}

/** Sends the photo that was asked. @returns whether it worked */
export async function sendStill(reference: string, photo: Blob): Promise<boolean> {
  try {
    const response = await fetch(`/api/visits/${encodeURIComponent(reference)}/still`, {
      method: 'POST',
      headers: { 'content-type': photo.type },
      body: photo,
      signal: AbortSignal.timeout(uploadMilliseconds),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Lets the supervisors know. @returns whether it worked */
export function sendReport(
  conversationId: ConversationId,
  report: { readonly kind: Misconduct; readonly words: string },
): Promise<boolean> {
  return send(`/api/seat/conversations/${conversationId}/reports`, report);
}

/** Ends a conversation that cannot go on. @returns whether it worked */
export function sendEndFor(conversationId: ConversationId, endedFor: Misconduct): Promise<boolean> {
  return send(`/api/seat/conversations/${conversationId}/end`, { outcomes: [], report: '', endedFor });
}

/** Says that one read the warning. @returns whether it worked */
export function sendWarningRead(reference: string): Promise<boolean> {
  return send(`/api/visits/${encodeURIComponent(reference)}/warning`, {});
}

/** Records that the conversation goes on by telephone, or by picture again. @returns whether it worked */
export function sendChannel(conversationId: ConversationId, channel: 'phone' | 'video'): Promise<boolean> {
  return send(`/api/seat/conversations/${conversationId}/channel`, { channel });
}

/** Says that nobody picked up. @returns whether it worked */
export function sendNotPickedUp(appointmentId: AppointmentId): Promise<boolean> {
  return send(`/api/seat/appointments/${appointmentId}/phone`, {}, 'DELETE');
}

async function send(address: string, body: object, method = 'POST'): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    return response.ok;
  } catch {
    return false;
  }
}

async function ask<Value>(address: string): Promise<Answer<Value>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (!response.ok && response.status !== 404) return { kind: 'unreachable' };
    const body: unknown = await response.json();
    const code = readCode(body);
    return code === null ? { kind: 'given', value: body as Value } : { kind: 'refused', code };
  } catch {
    return { kind: 'unreachable' };
  }
}

function readCode(body: unknown): MediaRefusalCode | null {
  const code = (body as { code?: unknown } | null)?.code;
  if (code === undefined) return null;
  return mediaRefusalCodes.find((known) => known === code) ?? 'unknown';
}
