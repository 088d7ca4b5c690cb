import type { AppointmentId, RequestId, RequestStatementId, VisitId } from '#journey/ids.ts';
import type { MadeCode } from '../make-spoken-code.ts';
import type { SeatRequests } from '../request-views.ts';

/** Why the server refused; `unexpected` also when it could not be reached. */
export const requestProblems = [
  'notFound',
  'over',
  'asked',
  'levelTooLow',
  'settled',
  'crowded',
  'unexpected',
] as const;
export type RequestProblem = (typeof requestProblems)[number];

type Called<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: RequestProblem };

async function call<Value>(path: string, init: RequestInit): Promise<Called<Value>> {
  try {
    const response = await fetch(`/api/seat/appointments/${path}`, init);
    const said = (await response.json()) as { readonly code?: string };
    if (response.ok) return { ok: true, value: said as Value };
    return { ok: false, problem: requestProblems.find((code) => code === said.code) ?? 'unexpected' };
  } catch {
    return { ok: false, problem: 'unexpected' };
  }
}

const withBody = (method: 'POST' | 'PUT', body: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export function askSeatRequests(id: AppointmentId, signal: AbortSignal): Promise<Called<SeatRequests>> {
  return call(`${id}/requests`, { signal });
}

export function sendRequest(
  id: AppointmentId,
  asked: { readonly statementId: RequestStatementId; readonly companionVisitId: VisitId | null },
): Promise<Called<unknown>> {
  return call(`${id}/requests`, withBody('POST', asked));
}

/** Asks for six digits to say aloud. */
export function askCode(id: AppointmentId, requestId: RequestId): Promise<Called<MadeCode>> {
  return call(`${id}/requests/${requestId}/code`, withBody('POST', {}));
}

export function sendWithdrawal(id: AppointmentId, requestId: RequestId): Promise<Called<unknown>> {
  return call(`${id}/requests/${requestId}`, withBody('PUT', { act: 'withdraw' }));
}
