import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { FieldGroup, RowList } from '#features/administration/edit-state.ts';
import {
  fingerprintOf,
  type PrivacyWords,
  type ServiceTexts,
} from '#features/administration/service-texts.data.ts';
import { RowsForm } from '#features/administration/ui/rows-form.tsx';
import { type Query, readQuery } from '../../../../../(citizen)/read-query.ts';
import { editWords } from '../../../edit-words.ts';
import { localizedFields } from '../../../localized-fields.ts';
import { localizedValues } from '../localized-values.ts';
import { rowsWords, TextsPage } from '../texts-page.tsx';
import { sendPrivacy } from './send-privacy.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.serviceTexts'))('privacy') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** What citizens read about the use of their data for a service. */
export default async function PrivacyPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return (
    <TextsPage id={id} current="privacy" saved={readQuery(query, ['saved']).saved}>
      {(texts) => <PrivacyForm texts={texts} />}
    </TextsPage>
  );
}

async function PrivacyForm({ texts: { id, privacy } }: { texts: ServiceTexts }) {
  const [t, words, buttons] = await Promise.all([
    getTranslations('admin.serviceTexts'),
    editWords(),
    rowsWords(),
  ]);
  const seen = fingerprintOf(privacy);
  const kept: FieldGroup = {
    key: 'retention',
    title: t('retention'),
    fields: [
      { kind: 'hidden', name: 'service', value: id },
      { kind: 'hidden', name: 'seen', value: seen },
      {
        kind: 'text',
        name: 'retentionDays',
        label: t('retentionDays'),
        hint: t('retentionHint'),
        width: 'short',
        value: String(privacy.retentionDays),
      },
    ],
  };
  return (
    <RowsForm
      key={seen}
      action={sendPrivacy}
      words={words}
      rowsWords={buttons}
      cancelHref={`/admin/services/${id}/privacy`}
      parts={[
        { kind: 'group', group: await describeText('purpose', privacy) },
        { kind: 'group', group: await describeText('lawfulBasis', privacy) },
        { kind: 'rows', rows: await describeList('dataAsked', privacy) },
        { kind: 'rows', rows: await describeList('recipients', privacy) },
        { kind: 'group', group: kept },
      ]}
    />
  );
}

async function describeText(name: 'purpose' | 'lawfulBasis', privacy: PrivacyWords): Promise<FieldGroup> {
  const t = await getTranslations('admin.serviceTexts');
  const fields = await localizedFields({ name, label: t(name), text: privacy[name], long: true });
  return { key: name, title: t(name), beside: true, fields };
}

async function describeList(key: 'dataAsked' | 'recipients', privacy: PrivacyWords): Promise<RowList> {
  const [t, values] = await Promise.all([getTranslations('admin.serviceTexts'), localizedValues()]);
  const fields = await localizedFields({ name: '', label: t(`${key}Row`), text: null, long: true });
  return {
    key,
    title: t(key),
    hint: t(`${key}Hint`),
    none: t(`${key}None`),
    add: t(`${key}Add`),
    row: t(`${key}Row`),
    // A row of these lists is nothing but the text: its fields are the languages.
    fields: fields.map((field) => ({ ...field, name: field.name.slice(1) })),
    rows: privacy[key].map((text) => values('', text)),
  };
}
