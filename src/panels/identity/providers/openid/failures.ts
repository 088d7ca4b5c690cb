import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { IdentityFailure } from '#ports/identity-provider.ts';

/** Where it went wrong, for the log. */
export type Step = 'discovery' | 'push' | 'answer' | 'userinfo';

/** Errors by which a provider says that it is not to blame (RFC 6749, sections 4.1.2.1 and 5.2; RFC 9126, section 2.3). */
const aboutOurSettings = new Set([
  'invalid_client',
  'invalid_redirect_uri',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
]);
const aboutTheProvider = new Set(['server_error', 'temporarily_unavailable']);
const timedOut = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

/** Puts what the library throws in our words. Only codes are taken over: descriptions may repeat what was sent. */
export function describeFailure(step: Step, error: unknown): IdentityFailure {
  if (error instanceof AuthorizationResponseError) return describeRefusal(step, error.error);
  if (error instanceof ResponseBodyError) return describeRefusal(step, error.error, error.status);
  if (error instanceof WWWAuthenticateChallengeError)
    return { code: 'misconfigured', detail: `${step}: challenge ${error.status}` };
  if (isUnreachable(error)) return { code: 'unavailable', detail: `${step}: unreachable` };
  const code = (error as { code?: unknown }).code;
  const known = typeof code === 'string' ? code : 'unknown';
  if (timedOut.has(known)) return { code: 'unavailable', detail: `${step}: ${known}` };
  return describeResponse(step, known, error);
}

function describeRefusal(step: Step, error: string, status = 0): IdentityFailure {
  const detail = `${step}: ${/^[a-z_]{1,60}$/.test(error) ? error : 'unnamed error'}`;
  if (step === 'answer' && error === 'access_denied') return { code: 'refused' };
  if (aboutTheProvider.has(error) || status >= 500) return { code: 'unavailable', detail };
  return { code: aboutOurSettings.has(error) ? 'misconfigured' : 'invalidAnswer', detail };
}

/** `fetch` says so by a TypeError with a cause; one without is a mistake of ours. */
function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && error.cause !== undefined;
}

/** An answer of another form than the protocol's: an error page of whatever stands in front of the provider, or something worse. */
function describeResponse(step: Step, code: string, error: unknown): IdentityFailure {
  const response = error instanceof ClientError ? error.cause : undefined;
  const status = response instanceof Response ? response.status : 0;
  const detail = `${step}: ${code}${status ? ` ${status}` : ''}`;
  if (status >= 500 || status === 429) return { code: 'unavailable', detail };
  return { code: step === 'discovery' ? 'misconfigured' : 'invalidAnswer', detail };
}
