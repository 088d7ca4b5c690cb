import { getTranslations } from 'next-intl/server';
import { mayTryLink } from '#features/link/link-limits.ts';
import type { ProofToken } from '#journey/ids.ts';
import { beginOrdered } from '#panels/identity/answer-order.ts';
import { proverCookie, proverPageCookie } from '#shared/cookies.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import { createCookieToken, parseToken } from '#shared/secrets.ts';
import { attemptLimiter } from '../../../../../wiring.ts';
import { identityCallbackOf, identityToolsOf, logIdentityFailure } from '../../../../current-identity.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentLanguage, currentOrganisation } from '../../../../current-request.ts';
import { leavePage } from '../../../../leave-page.ts';
import { seeOther } from '../../../open-link.ts';

/** More often than this nobody tries who has half an hour. */
const perOrder = { name: 'order-begin', attempts: 10, perSeconds: 1_800 };
/** As long as somebody may have for it. */
const keptSeconds = 1_800;

/** A person's click on a provider, for a proof that other software asked for: leads there. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const token = parseToken<ProofToken>((await params).token);
  if (token === null || !hasOwnOrigin(request.headers)) return seeOther('/');
  if (!(await mayTryLink(attemptLimiter, token, clientAddress(request.headers))))
    return seeOther(`/prove/${token}`);
  if (!(await attemptLimiter.allow(perOrder, token))) return seeOther(`/prove/${token}`);
  const provider = String((await readForm(request))?.get('provider') ?? '');
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  const tools = identityToolsOf(organisation);
  const redirectUri = identityCallbackOf(organisation, provider);
  const browser = createCookieToken();
  const begun = await beginOrdered(tools, organisation.id, token, {
    provider,
    language,
    redirectUri,
    browser,
  });
  if (!begun.ok) {
    logIdentityFailure(tools, provider, begun.failure);
    return seeOther(`/prove/${token}`);
  }
  const [t, { say }] = await Promise.all([getTranslations('identity'), currentReader()]);
  const known = tools.providers.find((each) => each.id === provider);
  const words = t('onward', { provider: known ? say(known.name) : provider });
  const response = leavePage({ url: begun.value.redirectUrl, language, words });
  for (const [name, value] of [
    [proverCookie, browser],
    [proverPageCookie, token],
  ])
    response.headers.append(
      'set-cookie',
      `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${keptSeconds}`,
    );
  return response;
}
