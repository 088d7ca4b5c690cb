import { getTranslations } from 'next-intl/server';
import type { ProofToken } from '#journey/ids.ts';
import { declineOrder } from '#panels/identity/answer-order.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { parseToken } from '#shared/secrets.ts';
import { identityToolsOf } from '../../../../current-identity.ts';
import { currentLanguage, currentOrganisation } from '../../../../current-request.ts';
import { leavePage } from '../../../../leave-page.ts';
import { seeOther } from '../../../open-link.ts';

/** A person's click: rather not. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const token = parseToken<ProofToken>((await params).token);
  if (token === null || !hasOwnOrigin(request.headers)) return seeOther('/');
  const organisation = await currentOrganisation();
  const declined = await declineOrder(identityToolsOf(organisation), organisation.id, token);
  if (!declined.ok) return seeOther(`/prove/${token}`);
  const { returnUrl } = declined.value;
  if (returnUrl === null) return seeOther('/prove/done?declined');
  const [language, t] = await Promise.all([currentLanguage(), getTranslations('identity.ordered')]);
  return leavePage({ url: returnUrl, language, words: t('goBack') });
}
