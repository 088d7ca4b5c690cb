import { getTranslations } from 'next-intl/server';
import { Columns } from '#shared/ui/columns.tsx';

/** For a browser that did not open the link. It tells nothing, also not whether there is such an appointment. */
export async function NeedLink() {
  const t = await getTranslations('visit.needLink');
  return (
    <Columns>
      <h1>{t('title')}</h1>
      <p className="mt-3 text-lead">{t('text')}</p>
    </Columns>
  );
}

/** For the device that yielded to another one. */
export async function MovedAway() {
  const t = await getTranslations('visit.moved');
  return (
    <Columns>
      <h1>{t('title')}</h1>
      <p className="mt-3 text-lead">{t('text')}</p>
      <p className="mt-3">{t('back')}</p>
    </Columns>
  );
}
