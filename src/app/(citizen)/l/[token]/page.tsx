import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { mayTryLink } from '#features/link/link-limits.ts';
import { type LinkSummary, lookAtLink } from '#features/link/look-at-link.ts';
import { type LinkProblem, WhoAreYou } from '#features/link/ui/who-are-you.tsx';
import { WhoseLink } from '#features/link/ui/whose-link.tsx';
import { localize } from '#journey/language.ts';
import { setAnswerStatus } from '#shared/http/answer-status.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { formatDay } from '#shared/i18n/format-moment.ts';
import { attemptLimiter } from '../../../../wiring.ts';
import { currentLanguage, currentOrganisation } from '../../../current-request.ts';
import { CitizenPage } from '../../citizen-page.tsx';
import { UnknownLink } from './unknown-link.tsx';

type LinkPageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ problem?: string }>;
};

/** What the link is; null for every miss, and for whoever tried too often. One try for each request. */
const readLink = cache(async (token: string): Promise<LinkSummary | null> => {
  const [organisation, jar, head] = await Promise.all([currentOrganisation(), cookies(), headers()]);
  if (!(await mayTryLink(attemptLimiter, token, clientAddress(head)))) return null;
  return lookAtLink(organisation.id, token, (name) => jar.get(name)?.value);
});

export async function generateMetadata({ params }: LinkPageProps): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations('link')]);
  const title = (await readLink(token)) === null ? t('miss.title') : t('place');
  // The address is a secret: it goes into no Referer, not even to ourselves.
  return { title, referrer: 'strict-origin' };
}

/** The one link, unopened. Whatever fetches this page changes nothing: scanners of mail fetch it too. */
export default async function LinkPage({ params, searchParams }: LinkPageProps) {
  const [{ token }, { problem }, organisation, language, t, common] = await Promise.all([
    params,
    searchParams,
    currentOrganisation(),
    currentLanguage(),
    getTranslations('link'),
    getTranslations('common'),
  ]);
  const link = await readLink(token);
  if (link === null) {
    setAnswerStatus(await headers(), 404);
    return <UnknownLink />;
  }
  const words = {
    services: link.services.map((name) => localize(name, language, organisation.formOfAddress)).join(', '),
    day: formatDay(link.startAt, { language, timeZone: organisation.timeZone }),
    action: `/l/${encodeURIComponent(token)}/open`,
  };
  return (
    <CitizenPage path={`/l/${encodeURIComponent(token)}`} place={t('place')}>
      {link.openElsewhere ? (
        <WhoAreYou {...words} problem={problemOf(problem)} problemTitle={common('errorSummary')} />
      ) : (
        <WhoseLink {...words} organisationName={organisation.name} />
      )}
    </CitizenPage>
  );
}

function problemOf(value: string | undefined): LinkProblem | null {
  return value === 'name' || value === 'crowded' ? value : null;
}
