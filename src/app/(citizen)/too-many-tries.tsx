import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { setAnswerStatus } from '#shared/http/answer-status.ts';
import { telHref } from '#shared/tel-href.ts';
import { Columns } from '#shared/ui/columns.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconRefreshCw } from '#shared/ui/icons/refresh-cw.ts';
import { LinkList } from '#shared/ui/link-list.tsx';
import { currentOrganisation } from '../current-request.ts';
import { CitizenPage } from './citizen-page.tsx';

/** For whoever tried too often: 429 Too Many Requests (RFC 6585, section 4). @param back where to try again */
export async function TooManyTries({ back }: { back: string }) {
  const [organisation, t, common, head] = await Promise.all([
    currentOrganisation(),
    getTranslations('link.tooMany'),
    getTranslations('common'),
    headers(),
  ]);
  setAnswerStatus(head, 429);
  return (
    <CitizenPage path={back}>
      <Columns>
        <h1>{t('title')}</h1>
        <p className="mt-3 text-lead">{t('text')}</p>
        <LinkList
          className="mt-6"
          links={[
            { href: back, text: t('back'), icon: iconRefreshCw },
            {
              href: telHref(organisation.phone),
              text: common('contact.call', { phone: organisation.phone }),
              icon: iconPhone,
            },
          ]}
        />
      </Columns>
    </CitizenPage>
  );
}
