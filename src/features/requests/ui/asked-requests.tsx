import { getTranslations } from 'next-intl/server';
import type { VisitRequest } from '#journey/live-views.ts';
import { iconListChecks } from '#shared/ui/icons/list-checks.ts';
import { CardLinkList } from '#shared/ui/link-list.tsx';
import { requestAddress } from './answer-address.ts';
import type { Say } from './request-explained.tsx';

type AskedRequestsProps = {
  readonly reference: string;
  readonly requests: readonly VisitRequest[];
  readonly say: Say;
};

/** What is asked of the visitor beforehand or while they wait: each has a page of its own, also without script. */
export async function AskedRequests({ reference, requests, say }: AskedRequestsProps) {
  const t = await getTranslations('requests');
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{t('title')}</h2>
      <p className="mt-2">{t('titleText')}</p>
      <div className="mt-3">
        <CardLinkList
          links={requests.map((request) => ({
            href: requestAddress(reference, request.id),
            title: say(request.title),
            detail: say(request.serviceName),
            icon: iconListChecks,
            meta: t(request.isMandatory ? 'needed' : 'free'),
          }))}
        />
      </div>
    </section>
  );
}
