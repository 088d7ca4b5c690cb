import { getTranslations } from 'next-intl/server';

export default async function NotFound() {
  const t = await getTranslations('errors.notFound');
  return (
    <main className="mx-auto max-w-2xl p-5 py-12">
      <h1 className="text-h1">{t('title')}</h1>
      <p className="mt-4">{t('text')}</p>
      <p className="mt-6">
        <a className="underline" href="/">
          {t('action')}
        </a>
      </p>
    </main>
  );
}
