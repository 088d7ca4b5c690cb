import { getTranslations } from 'next-intl/server';
import { currentOrganisation } from '../../current-request.ts';
import { SignOnForm } from './sign-on-form.tsx';

type Query = { error?: string; callbackUrl?: string };
const knownErrors = ['otherOrganisation', 'noRole', 'claims'] as const;

export default async function SignOnPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ error, callbackUrl }, organisation, t] = await Promise.all([
    searchParams,
    currentOrganisation(),
    getTranslations('staff.signOn'),
  ]);
  const known = knownErrors.find((code) => code === error) ?? (error === undefined ? null : 'other');
  return (
    <main className="grid min-h-dvh place-items-center bg-ground p-5">
      <div className="w-full max-w-md rounded-l bg-surface p-8">
        <h1 className="text-h1">{t('title')}</h1>
        <p className="mt-3">{t('lead', { organisation: organisation.name })}</p>
        {known !== null && (
          <p role="alert" className="mt-4 rounded-m bg-danger-tint p-3 text-danger">
            {t(`errors.${known}`)}
          </p>
        )}
        <SignOnForm label={t('action')} callbackPath={parsePath(callbackUrl)} />
        <p className="mt-6 text-small text-ink-2">{t('citizen')}</p>
      </div>
    </main>
  );
}

/** Only a path of this host: the address after sign-on is no way to another site. */
function parsePath(value: string | undefined): string {
  if (value === undefined || !URL.canParse(value, 'http://host.invalid')) return '/seat';
  const { pathname, search } = new URL(value, 'http://host.invalid');
  return pathname.startsWith('/sign-on') ? '/seat' : pathname + search;
}
