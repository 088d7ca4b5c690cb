import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { CitizenPage } from './(citizen)/citizen-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors.notFound'))('title') };
}

/** Nothing at this address: what may be the matter, and the way on. */
export default async function NotFound() {
  const t = await getTranslations('errors.notFound');
  return (
    <CitizenPage path="/">
      <Band title={t('title')} lead={t('text')} />
      <div className="page-width mt-8">
        <ButtonLink href="/">{t('action')}</ButtonLink>
      </div>
    </CitizenPage>
  );
}
