import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listMisfits } from '#features/administration/make-change.ts';
import { mayDo } from '#journey/permissions.ts';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { administrationTools } from '../administration-tools.ts';
import { currentAdministrator } from '../current-administrator.ts';
import { writeHits } from '../effect-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('unfit') };
}

/** Appointments that lost their time by a change of the rules. They stay booked and stand here until somebody moves them. */
export default async function UnfitPage() {
  const actor = await currentAdministrator('/admin/unfit');
  const misfits = actor && (await listMisfits(await administrationTools(), actor));
  if (actor === null || misfits === null) return <NotForYou />;
  const [t, menu, hits] = await Promise.all([
    getTranslations('admin.unfit'),
    getTranslations('admin.menu'),
    writeHits(misfits),
  ]);
  return (
    <AdminPage section="unfit" title={menu('unfit')}>
      <p className="mb-4 max-w-text text-ink-2">{t('lead')}</p>
      {hits.length > 0 && mayDo(actor, 'workAtSeat') && (
        <p className="mb-4">
          <a href="/seat">{t('toSeat')}</a>
        </p>
      )}
      {hits.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <DataTable
          caption={menu('unfit')}
          columns={(['name', 'reference', 'moment', 'reason'] as const).map((key) => ({
            key,
            title: t(key),
          }))}
          rows={hits.map(({ key, name, reference, moment, reason }) => ({
            key,
            cells: [
              name,
              <span key="reference" className="code">
                {reference}
              </span>,
              moment,
              reason,
            ],
          }))}
        />
      )}
    </AdminPage>
  );
}
