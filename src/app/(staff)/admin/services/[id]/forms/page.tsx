import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { listForms, type StoredForm } from '#features/administration/forms/forms.data.ts';
import type { ServiceTexts } from '#features/administration/service-texts.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { type Query, readQuery } from '../../../../../(citizen)/read-query.ts';
import { currentReader } from '../../../../../current-reader.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { editWords } from '../../../edit-words.ts';
import { localizedFields } from '../../../localized-fields.ts';
import { TextsPage } from '../texts-page.tsx';
import { formState } from './form-state.ts';
import { sendNewForm } from './send-form.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.serviceTexts'))('forms') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** The forms that citizens fill in for a service. */
export default async function FormsPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return (
    <TextsPage id={id} current="forms" saved={readQuery(query, ['saved']).saved}>
      {(texts) => <Forms texts={texts} />}
    </TextsPage>
  );
}

async function Forms({ texts: { id } }: { texts: ServiceTexts }) {
  const [t, words, organisation, titles] = await Promise.all([
    getTranslations('admin.forms'),
    editWords(),
    currentOrganisation(),
    titleFields(),
  ]);
  const forms = await withOrganisation(organisation.id, (scope) => listForms(scope, id));
  return (
    <div className="grid gap-6">
      <p className="text-ink-2">{t('hint')}</p>
      {forms.length === 0 ? <p>{t('none')}</p> : <FormTable serviceId={id} forms={forms} />}
      <section aria-labelledby="add" className="border-t border-line pt-4">
        <h2 id="add" className="mb-3 text-h3">
          {t('add')}
        </h2>
        <EditForm
          action={sendNewForm}
          cancelHref={`/admin/services/${id}/forms`}
          words={{ ...words, save: t('add') }}
          groups={[{ key: 'new', fields: [{ kind: 'hidden', name: 'service', value: id }, ...titles] }]}
        />
      </section>
    </div>
  );
}

async function titleFields() {
  const t = await getTranslations('admin.forms');
  return localizedFields({ name: 'title', label: t('name'), text: null });
}

async function FormTable({ serviceId, forms }: { serviceId: string; forms: readonly StoredForm[] }) {
  const [t, { say }] = await Promise.all([getTranslations('admin.forms'), currentReader()]);
  const states = await Promise.all(forms.map(formState));
  return (
    <DataTable
      stacks
      caption={t('caption')}
      columns={(['form', 'state', 'steps'] as const).map((key) => ({
        key,
        title: t(`columns.${key}`),
        align: key === 'steps' ? 'end' : 'start',
      }))}
      rows={forms.map(({ id, content }, index) => ({
        key: id,
        cells: [
          <a key="form" href={`/admin/services/${serviceId}/forms/${id}`}>
            {say(content.title)}
          </a>,
          states[index],
          content.steps.length,
        ],
      }))}
    />
  );
}
