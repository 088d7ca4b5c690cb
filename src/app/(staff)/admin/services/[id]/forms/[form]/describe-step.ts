import { getTranslations } from 'next-intl/server';
import type { FieldGroup, FieldSpec, Option } from '#features/administration/edit-state.ts';
import { writeCondition } from '#features/administration/forms/condition-text.ts';
import type { FormCondition, FormContent, FormStep } from '#journey/forms/form-definition.ts';
import { conditionsFor } from '#journey/forms/form-flaws.ts';
import { currentReader } from '../../../../../../current-reader.ts';
import { localizedFields } from '../../../../localized-fields.ts';

/** The fields in which a step is changed, or a new one (null) is written. */
export async function describeStep(content: FormContent, step: FormStep | null): Promise<FieldGroup[]> {
  const t = await getTranslations('admin.forms');
  const [titles, texts, condition] = await Promise.all([
    localizedFields({ name: 'title', label: t('stepTitle'), text: step?.title ?? null }),
    localizedFields({ name: 'text', label: t('stepText'), text: step?.text ?? null, long: true }),
    describeCondition(content, step, step?.condition ?? null),
  ]);
  return [
    { key: 'title', fields: [{ kind: 'hidden', name: 'key', value: step?.key ?? '' }, ...titles] },
    { key: 'text', title: t('stepText'), fields: texts },
    { key: 'condition', title: t('condition'), fields: [condition] },
    { key: 'repeats', title: t('repeats'), fields: await describeRepeats(step?.repeats ?? null) },
  ];
}

async function describeRepeats(repeats: FormStep['repeats']): Promise<FieldSpec[]> {
  const t = await getTranslations('admin.forms');
  return [
    {
      kind: 'radios',
      name: 'repeats',
      label: t('repeats'),
      hint: t('repeatsHint'),
      value: repeats === null ? 'no' : 'yes',
      options: (['no', 'yes'] as const).map((value) => ({ value, text: t(`repeat.${value}`) })),
    },
    { kind: 'text', name: 'least', label: t('least'), width: 'short', value: String(repeats?.least ?? 0) },
    { kind: 'text', name: 'most', label: t('most'), width: 'short', value: String(repeats?.most ?? 5) },
    ...(await localizedFields({ name: 'row', label: t('row'), text: repeats?.row ?? null })),
  ];
}

/**
 * On which earlier answer something can depend.
 * @param step in which it stands; null for a new step, which comes last
 */
export async function describeCondition(
  content: FormContent,
  step: FormStep | null,
  condition: FormCondition | null,
): Promise<FieldSpec> {
  const [t, { say }] = await Promise.all([getTranslations('admin.forms'), currentReader()]);
  const place = content.steps.findIndex(({ key }) => key === step?.key);
  const earlier = place < 0 ? content.steps : content.steps.slice(0, place);
  const options: Option[] = conditionsFor(earlier).flatMap((field) =>
    field.choices.map((choice) => ({
      value: writeCondition({ field: field.key, answer: choice.key }),
      text: t('onlyIf', { question: say(field.label), answer: say(choice.text) }),
    })),
  );
  return {
    kind: 'select',
    name: 'condition',
    label: t('condition'),
    hint: t('conditionHint'),
    value: writeCondition(condition),
    options: [{ value: '', text: t('always') }, ...options],
  };
}
