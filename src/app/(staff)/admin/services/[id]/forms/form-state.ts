import { getTranslations } from 'next-intl/server';
import type { StoredForm } from '#features/administration/forms/forms.data.ts';

/** Whether citizens get a form, and as it is now. */
export async function formState({ isDraft, publishedVersion }: StoredForm): Promise<string> {
  const t = await getTranslations('admin.forms.states');
  if (publishedVersion === null) return t('draft');
  return t(isDraft ? 'changed' : 'published', { version: publishedVersion });
}
