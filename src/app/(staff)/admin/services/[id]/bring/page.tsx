import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '#features/administration/edit-state.ts';
import { fingerprintOf, type ServiceTexts } from '#features/administration/service-texts.data.ts';
import { RowsForm } from '#features/administration/ui/rows-form.tsx';
import { type Query, readQuery } from '../../../../../(citizen)/read-query.ts';
import { editWords } from '../../../edit-words.ts';
import { localizedFields } from '../../../localized-fields.ts';
import { localizedValues } from '../localized-values.ts';
import { rowsWords, TextsPage } from '../texts-page.tsx';
import { iconChoices } from './icon-choices.ts';
import { sendBring } from './send-bring.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.serviceTexts'))('bring') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** What citizens bring or lay ready for a service, and why. */
export default async function BringPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return (
    <TextsPage id={id} current="bring" saved={readQuery(query, ['saved']).saved}>
      {(texts) => <BringForm texts={texts} />}
    </TextsPage>
  );
}

async function BringForm({ texts: { id, requirements } }: { texts: ServiceTexts }) {
  const [t, words, buttons, values] = await Promise.all([
    getTranslations('admin.serviceTexts'),
    editWords(),
    rowsWords(),
    localizedValues(),
  ]);
  const seen = fingerprintOf(requirements);
  return (
    <RowsForm
      key={seen}
      action={sendBring}
      words={words}
      rowsWords={buttons}
      cancelHref={`/admin/services/${id}/bring`}
      parts={[
        {
          kind: 'rows',
          rows: {
            key: 'bring',
            title: t('bring'),
            hint: t('bringHint'),
            none: t('bringNone'),
            add: t('bringAdd'),
            row: t('bringRow'),
            fields: await describeRow(requirements.map(({ icon }) => icon)),
            rows: requirements.map((each) => ({
              id: each.id,
              icon: each.icon,
              mayUpload: each.mayUpload ? 'yes' : 'no',
              ...values('title.', each.title),
              ...values('reason.', each.reason),
            })),
          },
        },
        {
          kind: 'group',
          group: {
            key: 'service',
            fields: [
              { kind: 'hidden', name: 'service', value: id },
              { kind: 'hidden', name: 'seen', value: seen },
            ],
          },
        },
      ]}
    />
  );
}

/** @param inUse the icons that stand there already */
async function describeRow(inUse: readonly string[]): Promise<FieldSpec[]> {
  const t = await getTranslations('admin.serviceTexts');
  const [titles, reasons, options] = await Promise.all([
    localizedFields({ name: 'title', label: t('what'), text: null }),
    localizedFields({ name: 'reason', label: t('why'), text: null, long: true }),
    iconChoices(inUse),
  ]);
  return [
    ...titles.flatMap((title, index) => [title, reasons[index] as FieldSpec]),
    { kind: 'select', name: 'icon', label: t('icon'), value: '', options },
    {
      kind: 'select',
      name: 'mayUpload',
      label: t('mayUpload'),
      value: 'no',
      options: (['no', 'yes'] as const).map((value) => ({ value, text: t(`uploads.${value}`) })),
    },
    { kind: 'hidden', name: 'id', value: '' },
  ];
}
