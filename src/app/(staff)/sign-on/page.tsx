import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { CitizenPage } from '../../(citizen)/citizen-page.tsx';
import { currentOrganisation } from '../../current-request.ts';
import { SignOnForm } from './sign-on-form.tsx';

type Query = { error?: string; callbackUrl?: string };
const knownErrors = ['otherOrganisation', 'noRole', 'claims'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.signOn'))('title') };
}

/** Where staff begin: one button, to the municipality's own identity provider. */
export default async function SignOnPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ error, callbackUrl }, organisation, t, common] = await Promise.all([
    searchParams,
    currentOrganisation(),
    getTranslations('staff.signOn'),
    getTranslations('common'),
  ]);
  const problem = knownErrors.find((code) => code === error) ?? (error === undefined ? null : 'other');
  return (
    <CitizenPage path="/sign-on">
      <Band title={t('title')} lead={t('lead', { organisation: organisation.name })} />
      <div className="page-width mt-8">
        <div className="grid max-w-text gap-6">
          {problem !== null && <Notice kind="danger" title={t(`errors.${problem}`)} role="alert" />}
          <SignOnForm label={t('action')} busyText={common('busy')} callbackPath={parsePath(callbackUrl)} />
          <p className="text-ink-2">{t('citizen')}</p>
        </div>
      </div>
    </CitizenPage>
  );
}

/** Only a path of this host: the address after sign-on is no way to another site. */
function parsePath(value: string | undefined): string {
  if (value === undefined || !URL.canParse(value, 'http://host.invalid')) return '/seat';
  const { pathname, search } = new URL(value, 'http://host.invalid');
  return pathname.startsWith('/sign-on') ? '/seat' : pathname + search;
}
