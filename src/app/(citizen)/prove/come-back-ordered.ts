import { cookies } from 'next/headers';
import type { Organisation } from '#features/organisation/organisation.ts';
import type { CookieToken, ProofToken } from '#journey/ids.ts';
import { finishOrdered } from '#panels/identity/answer-order.ts';
import type { BroughtBack } from '#panels/identity/finish-identification.ts';
import { proverCookie, proverPageCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import { identityToolsOf, logIdentityFailure } from '../../current-identity.ts';
import { seeOther } from '../open-link.ts';

/** Somebody comes back from a provider who may have left for other software's sake; null when they did not. */
export async function comeBackOrdered(
  organisation: Organisation,
  brought: BroughtBack,
): Promise<Response | null> {
  const jar = await cookies();
  const browser = parseToken<CookieToken>(jar.get(proverCookie)?.value ?? '');
  if (browser === null) return null;
  const tools = identityToolsOf(organisation);
  const finished = await finishOrdered(tools, organisation.id, brought, browser);
  if (finished.ok) {
    const { returnUrl } = finished.value;
    if (returnUrl === null) return seeOther('/prove/done');
    return new Response(null, {
      status: 303,
      headers: { location: returnUrl, 'referrer-policy': 'no-referrer' },
    });
  }
  if (finished.failure.code === 'notFound') return null;
  logIdentityFailure(tools, brought.provider, finished.failure);
  const token = parseToken<ProofToken>(jar.get(proverPageCookie)?.value ?? '');
  return seeOther(token === null ? '/' : `/prove/${token}`);
}
