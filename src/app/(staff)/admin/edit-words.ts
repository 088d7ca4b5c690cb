import { getTranslations } from 'next-intl/server';
import type { EditWords } from '#features/administration/ui/edit-parts.tsx';

/** The words that every form of the administration shares. */
export async function editWords(): Promise<EditWords> {
  const t = await getTranslations('admin.edit');
  return {
    save: t('save'),
    saveAnyway: t('saveAnyway'),
    preview: t('preview'),
    removeAnyway: t('removeAnyway'),
    unsaved: t('unsaved'),
    cancel: t('cancel'),
    busy: t('busy'),
    wrong: t('wrong'),
    effect: { title: t('effect'), hits: t('hits'), stay: t('stay') },
  };
}
