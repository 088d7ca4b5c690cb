import { getTranslations } from 'next-intl/server';
import { parseId, type RequestId } from '#journey/ids.ts';
import { beginIdentification } from '#panels/identity/begin-identification.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import {
  identityCallbackOf,
  identityToolsOf,
  logIdentityFailure,
} from '../../../../../../current-identity.ts';
import { currentReader } from '../../../../../../current-reader.ts';
import { currentLanguage, currentOrganisation } from '../../../../../../current-request.ts';
import { currentVisit } from '../../../../../../current-visit.ts';
import { leavePage } from '../../../../../../leave-page.ts';
import { seeOther } from '../../../../../open-link.ts';

type Params = { params: Promise<{ reference: string; id: string }> };

/** A person's click on a provider: leads there, or back to the request, which says what is the matter. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { reference, id } = await params;
  const page = `/a/${encodeURIComponent(reference)}/requests/${encodeURIComponent(id)}`;
  const actor = hasOwnOrigin(request.headers) ? await currentVisit(reference) : null;
  const requestId = parseId<RequestId>(id);
  if (actor === null || requestId === null) return seeOther(page);
  const provider = String((await readForm(request))?.get('provider') ?? '');
  const [organisation, language] = await Promise.all([currentOrganisation(), currentLanguage()]);
  const tools = identityToolsOf(organisation);
  const redirectUri = identityCallbackOf(organisation, provider);
  const begun = await beginIdentification(tools, actor, requestId, { provider, language, redirectUri });
  if (!begun.ok) {
    logIdentityFailure(tools, provider, begun.failure);
    return seeOther(page);
  }
  // A provider without pages of its own.
  if (begun.value.redirectUrl === null) return seeOther(`${page}/prove`);
  const [t, { say }] = await Promise.all([getTranslations('identity'), currentReader()]);
  const chosen = tools.providers.find((each) => each.id === provider);
  const words = t('onward', { provider: chosen ? say(chosen.name) : provider });
  return leavePage({ url: begun.value.redirectUrl, language, words });
}
