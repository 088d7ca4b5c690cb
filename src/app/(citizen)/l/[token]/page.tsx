import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { parseId, type RequestId } from '#journey/ids.ts';
import { setAnswerStatus } from '#shared/http/answer-status.ts';
import { readLink, titleOfLink, UnopenedLink } from '../../link-page.tsx';
import { TooManyTries } from '../../too-many-tries.tsx';
import { UnknownLink } from './unknown-link.tsx';

type LinkPageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ problem?: string; answer?: string; request?: string }>;
};

export async function generateMetadata({ params }: LinkPageProps): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations('link')]);
  const link = await readLink(token);
  const title =
    typeof link === 'string'
      ? t(`${link === 'unknown' ? 'miss' : 'tooMany'}.title`)
      : await titleOfLink(link);
  // The address is a secret: it goes into no Referer, not even to ourselves.
  return { title, referrer: 'strict-origin' };
}

/** The one link, unopened. Whatever fetches this page changes nothing: scanners of mail fetch it too. */
export default async function LinkPage({ params, searchParams }: LinkPageProps) {
  const [{ token }, { problem, answer, request }] = await Promise.all([params, searchParams]);
  const path = `/l/${encodeURIComponent(token)}`;
  const link = await readLink(token);
  if (link === 'tooMany') return <TooManyTries back={path} />;
  if (link === 'unknown') {
    setAnswerStatus(await headers(), 404);
    return <UnknownLink />;
  }
  const asked = parseId<RequestId>(request ?? '');
  // Who is asked something now is not asked whether they come.
  const answering = asked === null ? { comingAction: `${path}/coming`, answer } : undefined;
  return (
    <UnopenedLink
      link={link}
      path={path}
      action={`${path}/open`}
      problem={problem}
      answering={answering}
      request={asked}
    />
  );
}
