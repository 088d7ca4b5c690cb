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

/** What can be wrong with a number that was typed. */
export const numberProblems = ['toMissing', 'toWrong', 'notMobile', 'stopped', 'sentTooOften'] as const;
export type NumberProblem = (typeof numberProblems)[number];

type Called<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: RequestProblem };

function call<Value>(path: string, init: RequestInit): Promise<Called<Value>> {
  return callFor<Value, RequestProblem>(requestProblems, path, init);
}

/** @param problems those that the page has words for */
async function callFor<Value, Problem extends string>(
  problems: readonly Problem[],
  path: string,
  init: RequestInit,
): Promise<
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem | 'unexpected' }
> {
  try {
    const response = await fetch(`/api/seat/appointments/${path}`, init);
    const said = (await response.json()) as { readonly code?: string };
    if (response.ok) return { ok: true, value: said as Value };
    return { ok: false, problem: problems.find((code) => code === said.code) ?? 'unexpected' };
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

/**
 * Sends the link to a request by text message.
 * @param press names the press: sent again after a lost answer, it is the same message
 * @returns why it was not sent; null when it was
 */
export async function sendLinkBySms(
  id: AppointmentId,
  requestId: RequestId,
  sent: { readonly press: string; readonly to: string },
): Promise<NumberProblem | RequestProblem | null> {
  const problems = [...requestProblems, ...numberProblems];
  const answer = await callFor(problems, `${id}/requests/${requestId}/sms`, withBody('POST', sent));
  return answer.ok ? null : answer.problem;
}
