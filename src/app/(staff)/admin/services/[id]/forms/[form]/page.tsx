import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findForm } from '#features/administration/forms/forms.data.ts';
import { type FormId, parseId } from '#journey/ids.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconEye } from '#shared/ui/icons/eye.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { type Query, readQuery } from '../../../../../../(citizen)/read-query.ts';
import { currentReader } from '../../../../../../current-reader.ts';
import { AdminPage, NotForYou } from '../../../../admin-page.tsx';
import { currentAdministrator } from '../../../../current-administrator.ts';
import { formState } from '../form-state.ts';
import { EditColumn } from './edit-column.tsx';
import { Outline } from './outline.tsx';
import { Publishing } from './publishing.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.serviceTexts'))('forms') };
}

type Props = { params: Promise<{ id: string; form: string }>; searchParams: Promise<Query> };

/** One form: its steps and questions, in order; what is changed stands beside them. */
export default async function FormPage({ params, searchParams }: Props) {
  const [{ id, form: formId }, search] = await Promise.all([params, searchParams]);
  const back = `/admin/services/${encodeURIComponent(id)}/forms`;
  const actor = await currentAdministrator(`${back}/${encodeURIComponent(formId)}`);
  if (actor === null) return <NotForYou />;
  const parsed = parseId<FormId>(formId);
  const form = parsed && (await withOrganisation(actor.organisationId, (scope) => findForm(scope, parsed)));
  if (form === null || form.serviceId !== id) notFound();
  const query = readQuery(search, ['saved', 'refused', 'step', 'field', 'add', 'kind']);
  const [t, { say }, state] = await Promise.all([
    getTranslations('admin.forms'),
    currentReader(),
    formState(form),
  ]);
  return (
    <AdminPage
      section="services"
      title={say(form.content.title)}
      saved={query.saved}
      actions={
        form.content.steps.length > 0 && (
          <ButtonLink href={`${back}/${form.id}/preview`} look="secondary" icon={iconEye}>
            {t('preview')}
          </ButtonLink>
        )
      }
      aside={{ label: t('words'), children: <EditColumn form={form} query={query} /> }}
    >
      <p className="mb-4">
        <a href={back}>{t('back')}</a>
      </p>
      {query.refused !== undefined && (
        <Notice kind="warn" role="status" className="mb-4">
          {t('gone')}
        </Notice>
      )}
      <p className="mb-4 text-ink-2">{state}</p>
      <Outline form={form} />
      <Publishing form={form} />
    </AdminPage>
  );
}
