import type { FilledField } from '../fill-field.ts';
import type { SentField, SentPlace } from '../shared-form.ts';

const timeoutMilliseconds = 8_000;

/** Where a form that is filled in is followed and filled in. */
export type FormAddress = {
  /** Below `/events/`. */
  readonly events: string;
  /** Below `/api/`. */
  readonly fields: string;
};

export function visitFormAddress(reference: string, requestId: string): FormAddress {
  const name = `visits/${encodeURIComponent(reference)}/forms/${requestId}`;
  return { events: `/events/${name}`, fields: `/api/${name}` };
}

export function seatFormAddress(requestId: string): FormAddress {
  const name = `seat/forms/${requestId}`;
  return { events: `/events/${name}`, fields: `/api/${name}` };
}

/** `later`: no network, or a server that cannot answer; `over`: nothing is filled in here any more. */
export type SendAnswer =
  | ({ readonly kind: 'kept' | 'held' } & Omit<FilledField, 'isHeld'>)
  | { readonly kind: 'changed' | 'later' | 'over' };

/** Hands what stands in a field to the server. */
export async function sendField({ fields }: FormAddress, field: SentField): Promise<SendAnswer> {
  try {
    const response = await post(fields, field);
    if (response.status === 404) return { kind: 'over' };
    if (!response.ok) return { kind: response.status === 409 ? 'changed' : 'later' };
    const { isHeld, ...filled } = (await response.json()) as FilledField;
    return { kind: isHeld ? 'held' : 'kept', ...filled };
  } catch {
    return { kind: 'later' };
  }
}

/** Shows the other one where one is. What gets lost is not missed: it is said again. */
export async function sendPlace({ fields }: FormAddress, place: SentPlace): Promise<void> {
  await post(`${fields}/place`, place).catch(() => {});
}

function post(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
}
