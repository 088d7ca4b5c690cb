import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { mayTryLink } from '#features/link/link-limits.ts';
import { type LinkSummary, lookAtLink } from '#features/link/look-at-link.ts';
import { type LinkProblem, WhoAreYou } from '#features/link/ui/who-are-you.tsx';
import { WhoseLink } from '#features/link/ui/whose-link.tsx';
import { clientAddress } from '#shared/http/client-address.ts';
import { formatDay } from '#shared/i18n/format-moment.ts';
import { attemptLimiter } from '../../wiring.ts';
import { currentReader } from '../current-reader.ts';
import { currentOrganisation } from '../current-request.ts';
import { CitizenPage } from './citizen-page.tsx';

/** What a link is; `unknown` for every miss; `tooMany` for whoever tried too often. One try for each request. */
export const readLink = cache(async (token: string): Promise<LinkSummary | 'unknown' | 'tooMany'> => {
  const [organisation, jar, head] = await Promise.all([currentOrganisation(), cookies(), headers()]);
  if (!(await mayTryLink(attemptLimiter, token, clientAddress(head)))) return 'tooMany';
  return (await lookAtLink(organisation.id, token, (name) => jar.get(name)?.value)) ?? 'unknown';
});

type LinkPageProps = {
  link: LinkSummary;
  /** Of this very page. */
  path: string;
  /** Where the click is sent. */
  action: string;
  /** What was wrong with the last click, as it stands in the address. */
  problem: string | undefined;
};

/** An unopened link: whose it is, or the question who this is. Whatever fetches this page changes nothing. */
export async function UnopenedLink({ link, path, action, problem }: LinkPageProps) {
  const [organisation, { say, style }, t, common] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('link'),
    getTranslations('common'),
  ]);
  const words = { services: link.services.map(say).join(', '), day: formatDay(link.startAt, style), action };
  return (
    <CitizenPage path={path} place={t('place')}>
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
