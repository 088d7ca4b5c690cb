import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listMisfits } from '#features/administration/make-change.ts';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { administrationTools } from '../administration-tools.ts';
import { currentAdministrator } from '../current-administrator.ts';
import { writeHits } from '../effect-words.ts';
import { MoveUnfit } from './move-unfit.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('unfit') };
}

/** Appointments that lost their time by a change of the rules. They stay booked and stand here until somebody moves them. */
export default async function UnfitPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/unfit');
  const misfits = actor && (await listMisfits(await administrationTools(), actor));
  if (actor === null || misfits === null) return <NotForYou />;
  const [t, menu, hits] = await Promise.all([
    getTranslations('admin.unfit'),
    getTranslations('admin.menu'),
    writeHits(misfits),
  ]);
  const query = readQuery(await searchParams, ['move', 'saved']);
  const moved = hits.find(({ key }) => key === query.move);
  return (
    <AdminPage
      section="unfit"
      title={menu('unfit')}
      saved={query.saved}
      aside={moved && { label: t('move'), children: <MoveUnfit actor={actor} hit={moved} /> }}
    >
      <p className="mb-4 max-w-text text-ink-2">{t('lead')}</p>
      {hits.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <DataTable
          caption={menu('unfit')}
          columns={(['name', 'reference', 'moment', 'reason', 'move'] as const).map((key) => ({
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
              <a key="move" href={`/admin/unfit?move=${key}#edit`} aria-label={t('moveOf', { name })}>
                {t('move')}
              </a>,
            ],
          }))}
        />
      )}
    </AdminPage>
  );
}
