import { getTranslations } from 'next-intl/server';
import type { FieldGroup, FieldSpec } from '#features/administration/edit-state.ts';
import {
  type FieldKind,
  type FormContent,
  type FormField,
  type FormStep,
  formLimits,
  prefillKinds,
  prefillSources,
} from '#journey/forms/form-definition.ts';
import { languages } from '#journey/language.ts';
import { localizedFields } from '../../../../localized-fields.ts';
import { describeCondition } from './describe-step.ts';

/** The fields in which a question is changed, or a new one (null) is written: those that its kind needs. */
export async function describeField(
  content: FormContent,
  step: FormStep,
  kind: FieldKind,
  field: FormField | null,
): Promise<FieldGroup[]> {
  const t = await getTranslations('admin.serviceTexts');
  const [labels, hints, ofKind, condition, prefill] = await Promise.all([
    localizedFields({ name: 'label', label: t('questionLabel'), text: field?.label ?? null }),
    localizedFields({ name: 'hint', label: t('questionHint'), text: field?.hint ?? null }),
    describeKind(kind, field),
    describeCondition(content, step, field?.condition ?? null),
    describePrefill(step, kind, field),
  ]);
  const hidden = { step: step.key, kind, key: field?.key ?? '' };
  const mandatory = yesOrNo('isMandatory', t('questionMandatory'), field?.isMandatory ?? true, (value) =>
    t(`mandatory.${value}`),
  );
  return [
    {
      key: 'label',
      fields: [
        ...Object.entries(hidden).map(([name, value]) => ({ kind: 'hidden' as const, name, value })),
        ...labels,
        mandatory,
      ],
    },
    ...(ofKind.length > 0 ? [{ key: 'kind', fields: ofKind }] : []),
    { key: 'hint', title: t('questionHint'), fields: hints },
    { key: 'when', fields: [condition, ...prefill] },
  ];
}

type Words = (value: 'no' | 'yes') => string;

function yesOrNo(name: string, label: string, value: boolean, words: Words): FieldSpec {
  const options = (['no', 'yes'] as const).map((each) => ({ value: each, text: words(each) }));
  return { kind: 'select', name, label, value: value ? 'yes' : 'no', options };
}

async function describePrefill(
  { repeats }: FormStep,
  kind: FieldKind,
  field: FormField | null,
): Promise<FieldSpec[]> {
  const t = await getTranslations('admin.forms');
  const sources = prefillSources.filter((source) => prefillKinds[source] === kind);
  if (sources.length === 0 || repeats !== null) return [];
  return [
    {
      kind: 'select',
      name: 'prefillFrom',
      label: t('prefill'),
      hint: t('prefillHint'),
      value: field?.prefillFrom ?? '',
      options: [
        { value: '', text: t('prefills.none') },
        ...sources.map((value) => ({ value, text: t(`prefills.${value}`) })),
      ],
    },
  ];
}

async function describeKind(kind: FieldKind, field: FormField | null): Promise<FieldSpec[]> {
  switch (kind) {
    case 'text':
      return describeText(field?.kind === kind ? field : null);
    case 'choice':
      return describeChoice(field?.kind === kind ? field : null);
    case 'date':
      return describeDate(field?.kind === kind ? field : null);
    case 'amount':
      return describeAmount(field?.kind === kind ? field : null);
    case 'address':
      return [];
  }
}

type Field<Kind extends FieldKind> = Extract<FormField, { kind: Kind }> | null;

async function describeText(field: Field<'text'>): Promise<FieldSpec[]> {
  const t = await getTranslations('admin.forms');
  return [
    yesOrNo('isLong', t('size'), field?.isLong ?? false, (value) => t(`sizes.${value}`)),
    {
      kind: 'text',
      name: 'mostCharacters',
      label: t('mostCharacters'),
      width: 'short',
      value: String(field?.mostCharacters ?? 200),
    },
  ];
}

async function describeChoice(field: Field<'choice'>): Promise<FieldSpec[]> {
  const [t, texts] = await Promise.all([
    getTranslations('admin.forms'),
    getTranslations('admin.serviceTexts'),
  ]);
  const areas = await localizedFields({
    name: 'choices',
    label: texts('questionChoices'),
    text: null,
    long: true,
  });
  const linesOf = (name: string) =>
    (field?.choices ?? [])
      .map(({ text }) => text[languages.find((language) => name.endsWith(`.${language}`)) ?? 'nl'])
      .join('\n');
  return [
    yesOrNo('mayBeSeveral', t('several'), field?.mayBeSeveral ?? false, (value) => t(`severals.${value}`)),
    ...areas.map((area) => ({ ...area, value: linesOf(area.name) }) as FieldSpec),
  ];
}

async function describeDate(field: Field<'date'>): Promise<FieldSpec[]> {
  const t = await getTranslations('admin.forms');
  return [
    {
      kind: 'select',
      name: 'when',
      label: t('when'),
      value: field?.when ?? 'any',
      options: (['any', 'past', 'future'] as const).map((value) => ({ value, text: t(`whens.${value}`) })),
    },
    ...(['from', 'until'] as const).map(
      (name): FieldSpec => ({
        kind: 'text',
        type: 'date',
        name,
        label: t(name),
        width: 'half',
        value: field?.[name] ?? '',
      }),
    ),
  ];
}

async function describeAmount(field: Field<'amount'>): Promise<FieldSpec[]> {
  const t = await getTranslations('admin.forms');
  const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');
  const values = {
    leastCents: field?.leastCents ?? 0,
    mostCents: field?.mostCents ?? formLimits.cents / 100,
  };
  return (['leastCents', 'mostCents'] as const).map((name) => ({
    kind: 'text',
    name,
    label: t(name),
    width: 'short',
    value: euros(values[name]),
  }));
}
