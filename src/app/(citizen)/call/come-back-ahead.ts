import { cookies } from 'next/headers';
import type { Organisation } from '#features/organisation/organisation.ts';
import type { CookieToken } from '#journey/ids.ts';
import { callersCodeMinutes, finishAhead } from '#panels/identity/finish-ahead.ts';
import type { BroughtBack } from '#panels/identity/finish-identification.ts';
import { callerCookie, callersCodeCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import { aheadToolsOf } from '../../caller-tools.ts';
import { logIdentityFailure } from '../../current-identity.ts';
import { seeOther } from '../open-link.ts';

/** As long as somebody may be away and then telephone, and some more: the browser finds its conversation by it. */
export const callerSeconds = 7_200;

/** Somebody comes back from a provider who is in no appointment: perhaps they prove who they are before they telephone. */
export async function comeBackAhead(organisation: Organisation, brought: BroughtBack): Promise<Response> {
  const browser = parseToken<CookieToken>((await cookies()).get(callerCookie)?.value ?? '');
  if (browser === null) return seeOther('/');
  const tools = aheadToolsOf(organisation);
  const finished = await finishAhead(tools, organisation.id, brought, browser);
  if (!finished.ok) {
    const { failure } = finished;
    logIdentityFailure(tools, brought.provider, failure);
    return seeOther('serviceSlug' in failure ? `/call?service=${failure.serviceSlug}` : '/call');
  }
  const response = seeOther('/call/code');
  // What is in the database cannot be read back: the digits are in this browser alone, as long as they are good.
  const { code, browser: renewed } = finished.value;
  for (const cookie of [
    `${callersCodeCookie}=${code}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${callersCodeMinutes * 60}`,
    `${callerCookie}=${renewed}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${callerSeconds}`,
  ])
    response.headers.append('set-cookie', cookie);
  return response;
}
