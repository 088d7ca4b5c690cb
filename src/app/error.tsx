'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';

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
    <main className="page-width grid max-w-text gap-5 py-12">
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('text')}</p>
      {error.digest !== undefined && (
        <p>
          {t('reference')} <span className="code">{error.digest}</span>
        </p>
      )}
      <p>
        <Button onClick={reset}>{t('action')}</Button>
      </p>
    </main>
  );
}
