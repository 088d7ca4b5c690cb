import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { JoinPage } from '#features/link/ui/join-page.tsx';
import { setAnswerStatus } from '#shared/http/answer-status.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { CitizenPage } from '../../citizen-page.tsx';
import { UnknownLink } from '../../l/[token]/unknown-link.tsx';
import { TooManyTries } from '../../too-many-tries.tsx';
import { readCompanionLink } from './read-companion-link.ts';

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ problem?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, t, link] = await Promise.all([
    params,
    getTranslations('companions.join'),
    getTranslations('link'),
  ]);
  const found = await readCompanionLink(token);
  const title =
    typeof found === 'string' ? link(`${found === 'unknown' ? 'miss' : 'tooMany'}.title`) : t('place');
  // The address is a secret: it goes into no Referer, not even to ourselves.
  return { title, referrer: 'strict-origin' };
}

/** A third person's own link, unopened. Whatever fetches this page changes nothing. */
export default async function CompanionLinkPage({ params, searchParams }: Props) {
  const [{ token }, { problem }] = await Promise.all([params, searchParams]);
  const path = `/join/${encodeURIComponent(token)}`;
  const link = await readCompanionLink(token);
  if (link === 'tooMany') return <TooManyTries back={path} />;
  if (link === 'unknown') {
    setAnswerStatus(await headers(), 404);
    return <UnknownLink />;
  }
  const [organisation, { style }, t, common] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('companions.join'),
    getTranslations('common'),
  ]);
  return (
    <CitizenPage path={path} place={t('place')}>
      <JoinPage
        link={link}
        moment={formatNearMoment(link.startAt, style)}
        opens={formatNearMoment(link.opensAt, style)}
        organisationName={organisation.name}
        action={`${path}/open`}
        isNameMissing={problem === 'name'}
        problemTitle={common('errorSummary')}
      />
    </CitizenPage>
  );
}
