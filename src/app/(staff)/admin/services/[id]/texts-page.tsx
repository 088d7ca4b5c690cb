import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findServiceTexts, type ServiceTexts } from '#features/administration/service-texts.data.ts';
import type { RowsWords } from '#features/administration/ui/rows.tsx';
import { parseId, type ServiceId } from '#journey/ids.ts';
import { Segments } from '#shared/ui/segments.tsx';
import { currentReader } from '../../../../current-reader.ts';
import { AdminPage, NotForYou } from '../../admin-page.tsx';
import { currentAdministrator } from '../../current-administrator.ts';

type TextsPageProps = {
  readonly id: string;
  readonly current: 'bring' | 'questions' | 'forms' | 'identify' | 'privacy';
  readonly saved: string | undefined;
  readonly children: (texts: ServiceTexts) => ReactNode;
};

/** A page on which the longer texts of one service are written. */
export async function TextsPage({ id, current, saved, children }: TextsPageProps) {
  const actor = await currentAdministrator(`/admin/services/${encodeURIComponent(id)}/${current}`);
  if (actor === null) return <NotForYou />;
  const serviceId = parseId<ServiceId>(id);
  const texts =
    serviceId &&
    (await withOrganisation(actor.organisationId, (scope) => findServiceTexts(scope, serviceId)));
  if (texts === null) notFound();
  const [t, { say }] = await Promise.all([getTranslations('admin.serviceTexts'), currentReader()]);
  const shownAt = `/services/${texts.slug}${current === 'privacy' ? '/privacy' : ''}`;
  return (
    <AdminPage section="services" title={say(texts.name)} saved={saved}>
      <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
        <a href={`/admin/services?service=${texts.id}#edit`}>{t('back')}</a>
        {texts.isPublished && <a href={shownAt}>{t('shown')}</a>}
      </p>
      <div className="mb-5 flex">
        <Segments
          label={t('which')}
          segments={(['bring', 'questions', 'forms', 'identify', 'privacy'] as const).map((key) => ({
            key,
            text: t(`${key}`),
            href: `/admin/services/${texts.id}/${key}`,
            current: key === current,
          }))}
        />
      </div>
      <div className="max-w-[56rem]">{children(texts)}</div>
    </AdminPage>
  );
}

/** The words of the buttons of a list's rows. */
export async function rowsWords(): Promise<RowsWords> {
  const t = await getTranslations('admin.rows');
  return { up: t('up'), down: t('down'), drop: t('drop') };
}
