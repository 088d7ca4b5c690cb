import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { mayTryLink } from '#features/link/link-limits.ts';
import { lookAtLink } from '#features/link/look-at-link.ts';
import { type LinkProblem, WhoAreYou } from '#features/link/ui/who-are-you.tsx';
import { WhoseLink } from '#features/link/ui/whose-link.tsx';
import { localize } from '#journey/language.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { formatDay } from '#shared/i18n/format-moment.ts';
import { attemptLimiter } from '../../../../wiring.ts';
import { currentLanguage, currentOrganisation } from '../../../current-request.ts';
import { CitizenPage } from '../../citizen-page.tsx';

type LinkPageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ problem?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('link');
  // The address is a secret: it goes into no Referer, not even to ourselves.
  return { title: t('place'), referrer: 'strict-origin' };
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
  const jar = await cookies();
  const allowed = await mayTryLink(attemptLimiter, token, clientAddress(await headers()));
  const link = allowed
    ? await lookAtLink(organisation.id, token, (name) => jar.get(name)?.value)
    : notFound();
  if (link === null) notFound();
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
