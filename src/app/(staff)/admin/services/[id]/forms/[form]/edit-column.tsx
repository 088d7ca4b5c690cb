import { getTranslations } from 'next-intl/server';
import type { FieldGroup, FieldSpec } from '#features/administration/edit-state.ts';
import type { StoredForm } from '#features/administration/forms/forms.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { assuranceLevels } from '#journey/assurance-level.ts';
import { type FormContent, fieldKinds } from '#journey/forms/form-definition.ts';
import { editWords } from '../../../../edit-words.ts';
import { localizedFields } from '../../../../localized-fields.ts';
import { sendField, sendFormWords, sendStep } from '../send-form.ts';
import { describeField } from './describe-field.ts';
import { describeStep } from './describe-step.ts';

type Query = Readonly<Partial<Record<'step' | 'field' | 'add' | 'kind', string>>>;
type EditColumnProps = { readonly form: StoredForm; readonly query: Query };

/** What is being changed, as the address says: a question, a step, or the name of the form. */
export async function EditColumn({ form, query }: EditColumnProps) {
  const { title, action, groups } = await describe(form, query);
  const key = `${form.seen} ${query.step} ${query.field} ${query.add} ${query.kind}`;
  return (
    <>
      <h2 className="mb-4 text-[1.25rem] leading-7">{title}</h2>
      <EditForm
        key={key}
        action={action}
        cancelHref={`/admin/services/${form.serviceId}/forms/${form.id}`}
        words={await editWords()}
        groups={[seenGroup(form), ...groups]}
      />
    </>
  );
}

const seenGroup = ({ id, serviceId, seen }: StoredForm): FieldGroup => ({
  key: 'form',
  fields: [
    { kind: 'hidden', name: 'form', value: id },
    { kind: 'hidden', name: 'service', value: serviceId },
    { kind: 'hidden', name: 'seen', value: seen },
  ],
});

async function describe({ content }: StoredForm, query: Query) {
  const t = await getTranslations('admin.forms');
  const steps = content.steps;
  const ofField = steps.find(({ fields }) => fields.some(({ key }) => key === query.field));
  const field = ofField?.fields.find(({ key }) => key === query.field);
  if (ofField !== undefined && field !== undefined) {
    const groups = await describeField(content, ofField, field.kind, field);
    return { title: t('editField'), action: sendField, groups };
  }
  const step = steps.find(({ key }) => key === query.step);
  const kind = fieldKinds.find((each) => each === query.kind);
  if (query.add === 'field' && step !== undefined && kind !== undefined)
    return {
      title: `${t('newField')}: ${t(`kinds.${kind}`)}`,
      action: sendField,
      groups: await describeField(content, step, kind, null),
    };
  if (step !== undefined)
    return { title: t('editStep'), action: sendStep, groups: await describeStep(content, step) };
  if (query.add === 'step')
    return { title: t('addStep'), action: sendStep, groups: await describeStep(content, null) };
  return { title: t('words'), action: sendFormWords, groups: [await describeWords(content)] };
}

async function describeWords({ title, intro, minimumLevel }: FormContent): Promise<FieldGroup> {
  const t = await getTranslations('admin.forms');
  const fields: FieldSpec[] = [
    ...(await localizedFields({ name: 'title', label: t('name'), text: title })),
    ...(await localizedFields({ name: 'intro', label: t('intro'), text: intro, long: true })),
    {
      kind: 'select',
      name: 'minimumLevel',
      label: t('minimumLevel'),
      value: minimumLevel,
      options: assuranceLevels.map((value) => ({ value, text: t(`levels.${value}`) })),
    },
  ];
  return { key: 'words', fields };
}
