'use client';

import { useTranslations } from 'next-intl';

/** An unexpected error: what happened, what was kept, what now, and a number to quote. Never the error itself. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('errors.unexpected');
  return (
    <main className="mx-auto max-w-2xl p-5 py-12">
      <h1 className="text-h1">{t('title')}</h1>
      <p className="mt-4">{t('text')}</p>
      {error.digest !== undefined && (
        <p className="mt-4">
          {t('reference')} <span className="code">{error.digest}</span>
        </p>
      )}
      <button type="button" className="mt-6 underline" onClick={reset}>
        {t('action')}
      </button>
    </main>
  );
}
