import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { FieldGroup, FieldSpec, RowList } from '#features/administration/edit-state.ts';
import {
  fingerprintOfIdentification,
  furtherAttributes,
  type IdentificationStatement,
  readIdentification,
} from '#features/administration/identification-statement.data.ts';
import type { ServiceTexts } from '#features/administration/service-texts.data.ts';
import { RowsForm } from '#features/administration/ui/rows-form.tsx';
import { type Query, readQuery } from '../../../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { editWords } from '../../../edit-words.ts';
import { localizedFields } from '../../../localized-fields.ts';
import { localizedValues } from '../localized-values.ts';
import { rowsWords, TextsPage } from '../texts-page.tsx';
import { proposeIdentification } from './propose-identification.ts';
import { sendIdentification } from './send-identification.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.serviceTexts'))('identify') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** Whether a service asks who somebody is, how surely, and what it says about it. */
export default async function IdentifyPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return (
    <TextsPage id={id} current="identify" saved={readQuery(query, ['saved']).saved}>
      {(texts) => <IdentifyForm texts={texts} />}
    </TextsPage>
  );
}

async function IdentifyForm({ texts }: { texts: ServiceTexts }) {
  const [words, buttons, organisation] = await Promise.all([editWords(), rowsWords(), currentOrganisation()]);
  const stored = await withOrganisation(organisation.id, (scope) => readIdentification(scope, texts.id));
  const seen = fingerprintOfIdentification(stored);
  const shown = stored ?? (await proposeIdentification(texts));
  return (
    <RowsForm
      key={seen}
      action={sendIdentification}
      words={words}
      rowsWords={buttons}
      cancelHref={`/admin/services/${texts.id}/identify`}
      parts={[
        { kind: 'group', group: await describeChoices(texts, shown, { isAsked: stored !== null, seen }) },
        { kind: 'group', group: await describeText('title', shown) },
        { kind: 'group', group: await describeText('purpose', shown) },
        { kind: 'group', group: await describeText('basis', shown) },
        { kind: 'group', group: await describeText('ifDeclined', shown) },
        { kind: 'rows', rows: await describeQuestions(shown) },
      ]}
    />
  );
}

async function describeChoices(
  { id }: ServiceTexts,
  { level, attributes, mayBeShown, isMandatory, keptDays }: IdentificationStatement,
  { isAsked, seen }: { isAsked: boolean; seen: string },
): Promise<FieldGroup> {
  const t = await getTranslations('admin.identify');
  const choice = (name: 'isAsked' | 'mayBeShown' | 'isMandatory', is: boolean): FieldSpec => ({
    kind: 'radios',
    name,
    label: t(`${name}.label`),
    hint: t(`${name}.hint`),
    value: is ? 'yes' : 'no',
    options: (['yes', 'no'] as const).map((value) => ({ value, text: t(`${name}.${value}`) })),
  });
  return {
    key: 'identify',
    fields: [
      { kind: 'hidden', name: 'service', value: id },
      { kind: 'hidden', name: 'seen', value: seen },
      choice('isAsked', isAsked),
      {
        kind: 'radios',
        name: 'level',
        label: t('level.label'),
        value: level,
        options: (['low', 'substantial', 'high'] as const).map((value) => ({
          value,
          text: t(`level.${value}`),
          hint: t(`level.${value}Hint`),
        })),
      },
      {
        kind: 'checks',
        name: 'attributes',
        label: t('attributes.label'),
        hint: t('attributes.hint'),
        values: attributes,
        options: furtherAttributes.map((value) => ({ value, text: t(`attributes.${value}`) })),
      },
      choice('mayBeShown', mayBeShown),
      choice('isMandatory', isMandatory),
      {
        kind: 'text',
        type: 'number',
        name: 'keptDays',
        label: t('keptDays'),
        hint: t('keptDaysHint'),
        width: 'short',
        value: String(keptDays),
      },
    ],
  };
}

async function describeText(
  name: 'title' | 'purpose' | 'basis' | 'ifDeclined',
  statement: IdentificationStatement,
): Promise<FieldGroup> {
  const t = await getTranslations('admin.identify.texts');
  const long = name !== 'title';
  const fields = await localizedFields({ name, label: t(name), text: statement[name], long });
  return { key: name, title: t(name), beside: true, fields };
}

async function describeQuestions({ controlQuestions }: IdentificationStatement): Promise<RowList> {
  const [t, values] = await Promise.all([
    getTranslations('admin.identify.controlQuestions'),
    localizedValues(),
  ]);
  const fields = await localizedFields({ name: '', label: t('row'), text: null });
  return {
    key: 'controlQuestions',
    title: t('title'),
    hint: t('hint'),
    none: t('none'),
    add: t('add'),
    row: t('row'),
    // A row is nothing but the text: its fields are the languages.
    fields: fields.map((field) => ({ ...field, name: field.name.slice(1) })),
    rows: controlQuestions.map((text) => values('', text)),
  };
}
