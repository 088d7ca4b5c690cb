import { getTranslations } from 'next-intl/server';
import { parseId, type RequestId } from '#journey/ids.ts';
import { findUnderWay, pairApp } from '#panels/identity/identify-here.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import { attemptLimiter } from '../../../../../../../../wiring.ts';
import { identityToolsOf } from '../../../../../../../current-identity.ts';
import { currentReader } from '../../../../../../../current-reader.ts';
import { currentLanguage, currentOrganisation } from '../../../../../../../current-request.ts';
import { currentVisit } from '../../../../../../../current-visit.ts';
import { leavePage } from '../../../../../../../leave-page.ts';
import { seeOther } from '../../../../../../open-link.ts';

type Params = { params: Promise<{ reference: string; id: string }> };

/** Which app goes on: the one on this device, or the one that shows the code that somebody typed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { reference, id } = await params;
  const page = `/a/${encodeURIComponent(reference)}/requests/${encodeURIComponent(id)}/prove`;
  const actor = hasOwnOrigin(request.headers) ? await currentVisit(reference) : null;
  const requestId = parseId<RequestId>(id);
  if (actor === null || requestId === null) return seeOther(page);
  const form = await readForm(request);
  const underWay = await findUnderWay(identityToolsOf(await currentOrganisation()), actor, requestId);
  if (form === null || underWay === null || underWay.here.kind !== 'scan') return seeOther(page);
  const { here, memory, provider } = underWay;
  if (form.get('device') === 'this') {
    if (!(await here.stayOnThisDevice(memory))) return seeOther(`${page}?problem=device`);
    const [t, { say }, language] = await Promise.all([
      getTranslations('proving'),
      currentReader(),
      currentLanguage(),
    ]);
    const words = t('openApp', { provider: say(provider.name) });
    return leavePage({ url: here.show(memory).appUrl, language, words });
  }
  const digits = String(form.get('code') ?? '').replace(/\s/g, '');
  const paired = await pairApp(attemptLimiter, here, memory, digits);
  return seeOther(paired === 'paired' ? page : `${page}?problem=${paired}`);
}
