import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { callersCodeCookie } from '#shared/cookies.ts';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { parseSpokenCode } from '#shared/spoken-code.ts';
import { telHref } from '#shared/tel-href.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { CitizenPage } from '../../citizen-page.tsx';
import { type Query, readQuery } from '../../read-query.ts';
import { currentCallerToken, currentProof } from '../current-ahead.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.ahead'))('code.title'), robots: { index: false } };
}

/** The six digits to say on the telephone, and until when; once they are used, the way to the conversation. */
export default async function CallersCodePage({ searchParams }: Props) {
  const [browser, proof, jar, t, organisation, { style }, query] = await Promise.all([
    currentCallerToken(),
    currentProof(),
    cookies(),
    getTranslations('identity.ahead'),
    currentOrganisation(),
    currentReader(),
    searchParams,
  ]);
  if (browser === null) redirect('/call');
  const code = proof?.isProven ? parseSpokenCode(jar.get(callersCodeCookie)?.value ?? '') : null;
  const phone = organisation.phone.replaceAll(' ', '\u00a0');
  const { problem } = readQuery(query, ['problem']);
  return (
    <CitizenPage path="/call/code">
      <Band title={t(code === null ? 'code.usedTitle' : 'code.title')} />
      <Columns>
        <div className="grid gap-6">
          {code !== null && proof !== null && (
            <div>
              <p className="text-lead">{t('code.say')}</p>
              <p className="code my-3 text-[2.5rem] leading-12 font-bold">
                {code.slice(0, 3)} {code.slice(3)}
              </p>
              <p className="text-ink-2">
                {t('code.until', { time: formatTime(proof.expiresAt.getTime(), style) })}
              </p>
              <p className="mt-4">
                <ButtonLink href={telHref(phone)} icon={iconPhone}>
                  {t('code.call', { phone })}
                </ButtonLink>
              </p>
            </div>
          )}
          <section>
            <h2 className="text-h3">{t('code.talkingTitle')}</h2>
            <p className="mt-1.5">{t('code.talking')}</p>
            <form method="post" action="/call/open" className="mt-3">
              <Button type="submit" look="secondary">
                {t('code.open')}
              </Button>
            </form>
            {problem === 'notYet' && (
              <Notice kind="warn" role="status" className="mt-3">
                {t('code.notYet')}
              </Notice>
            )}
          </section>
          {code === null && (
            <p>
              <a href="/call">{t('code.again')}</a>
            </p>
          )}
        </div>
      </Columns>
    </CitizenPage>
  );
}
