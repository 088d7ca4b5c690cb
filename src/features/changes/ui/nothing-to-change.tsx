import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';

type NothingToChangeProps = { readonly why: 'cancelled' | 'tooLate'; readonly home: string };

/** The appointment cannot be changed any more: why, and the way on. */
export async function NothingToChange({ why, home }: NothingToChangeProps) {
  const t = await getTranslations('changes.tooLate');
  return (
    <>
      <Band title={t('title')} lead={why === 'cancelled' ? t('cancelled') : t('text')} />
      <div className="page-width mt-8">
        <ButtonLink href={home}>{t('action')}</ButtonLink>
      </div>
    </>
  );
}
