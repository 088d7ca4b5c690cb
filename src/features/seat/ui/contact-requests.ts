import type { AppointmentId } from '#journey/ids.ts';
import type { ContactProblem } from '#shared/contact/contact-schema.ts';
import { type Answer, ask, type Refusal } from './seat-requests.ts';

export type ContactRefusal = Refusal & {
  readonly problems?: Readonly<Partial<Record<'email' | 'phone', ContactProblem | 'phoneNeeded'>>>;
};

type Kept = { readonly isToBeCalled: boolean };

/** Corrects how somebody is reached; texts as they were typed. */
export function sendContact(
  id: AppointmentId,
  typed: { readonly email: string; readonly phone: string },
): Promise<Answer<Kept, ContactRefusal>> {
  return ask<Kept>(`appointments/${id}/contact`, { method: 'PUT', body: JSON.stringify(typed) });
}

/** Takes somebody off the list of calls. */
export function settleCall(id: AppointmentId): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/call`, { method: 'DELETE', body: '{}' });
}

/** Sends a message that did not arrive once more. */
export function askAgain(messageId: string): Promise<Answer<unknown>> {
  return ask(`messages/${messageId}/again`, { method: 'POST', body: '{}' });
}

/** Makes that the appointment's sheet can be printed. */
export function askSheet(id: AppointmentId): Promise<Answer<unknown>> {
  return ask(`appointments/${id}/sheet`, { method: 'POST', body: '{}' });
}
