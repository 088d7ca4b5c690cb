import { getTranslations } from 'next-intl/server';
import type { Option } from '#features/administration/edit-state.ts';

/** The drawings for what people bring, by the names that content uses. */
const icons = [
  ['file-text', 'paper'],
  ['id-card', 'idCard'],
  ['camera', 'photo'],
  ['receipt-text', 'receipt'],
  ['file-check', 'certificate'],
  ['mail', 'letter'],
  ['euro', 'money'],
  ['map-pin-house', 'address'],
  ['users', 'people'],
  ['car', 'car'],
  ['smartphone', 'phone'],
  ['ruler', 'measure'],
] as const;

/** To choose from; a drawing that stands there already and is none of these stays to be chosen. */
export async function iconChoices(inUse: readonly string[]): Promise<Option[]> {
  const t = await getTranslations('admin.serviceTexts.icons');
  const known = icons.map(([value, word]) => ({ value, text: t(word) }));
  const others = [...new Set(inUse)].filter((value) => !known.some((choice) => choice.value === value));
  return [...known, ...others.map((value) => ({ value, text: t('other') }))];
}
