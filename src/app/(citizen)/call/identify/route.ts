import { getTranslations } from 'next-intl/server';
import { beginAhead } from '#panels/identity/begin-ahead.ts';
import { callerCookie } from '#shared/cookies.ts';
import { clientAddress, namesSomebody } from '#shared/http/client-address.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import { createCookieToken } from '#shared/secrets.ts';
import { attemptLimiter } from '../../../../wiring.ts';
import { identityCallbackOf, identityToolsOf, logIdentityFailure } from '../../../current-identity.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentLanguage, currentOrganisation } from '../../../current-request.ts';
import { leavePage } from '../../../leave-page.ts';
import { seeOther } from '../../open-link.ts';
import { callerSeconds } from '../come-back-ahead.ts';
import { currentAheadServices, currentCallerToken } from '../current-ahead.ts';

/** A household, or a library; a machine asks far more often. */
const perAddress = { name: 'identify-ahead', attempts: 30, perSeconds: 600 };

/** A person's click on a provider, before they telephone: leads there, or back to the page, which says what is the matter. */
export async function POST(request: Request): Promise<Response> {
  const slug = new URL(request.url).searchParams.get('service') ?? '';
  const page = `/call?service=${encodeURIComponent(slug)}`;
  const service = (await currentAheadServices()).find((each) => each.slug === slug);
  if (!hasOwnOrigin(request.headers) || service === undefined) return seeOther('/call');
  const address = clientAddress(request.headers);
  if (namesSomebody(address) && !(await attemptLimiter.allow(perAddress, address)))
    return seeOther('/call?problem=tooMany');
  const provider = String((await readForm(request))?.get('provider') ?? '');
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  const tools = identityToolsOf(organisation);
  const redirectUri = identityCallbackOf(organisation, provider);
  const browser = createCookieToken();
  const chosen = {
    serviceId: service.id,
    provider,
    language,
    redirectUri,
    browser,
    formerly: await currentCallerToken(),
  };
  const begun = await beginAhead(tools, organisation.id, chosen);
  if (!begun.ok) {
    logIdentityFailure(tools, provider, begun.failure);
    return seeOther(page);
  }
  const [t, { say }] = await Promise.all([getTranslations('identity'), currentReader()]);
  const known = tools.providers.find((each) => each.id === provider);
  const words = t('onward', { provider: known ? say(known.name) : provider });
  const response = leavePage({ url: begun.value.redirectUrl, language, words });
  response.headers.append(
    'set-cookie',
    `${callerCookie}=${browser}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${callerSeconds}`,
  );
  return response;
}
