import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { HitWords } from '#features/administration/edit-state.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Checkbox } from '#shared/ui/checkbox.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconChevronRight } from '#shared/ui/icons/chevron-right.ts';
import { SelectField } from '#shared/ui/select-field.tsx';
import type { Query } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { writeHits } from '../effect-words.ts';
import { MoveUnfit } from './move-unfit.tsx';
import { readUnfitView, type UnfitView, unfitHref } from './unfit-request.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('unfit') };
}

/** Appointments that lost their time by a change of the rules. They stay booked and stand here until somebody moves them. */
export default async function UnfitPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/unfit');
  const view = actor && (await readUnfitView(actor, await searchParams));
  if (actor === null || view === null) return <NotForYou />;
  const [t, menu, hits] = await Promise.all([
    getTranslations('admin.unfit'),
    getTranslations('admin.menu'),
    writeHits(view.page.misfits),
  ]);
  const moved = hits.find(({ key }) => key === view.moved);
  return (
    <AdminPage
      section="unfit"
      title={menu('unfit')}
      saved={view.saved}
      aside={moved && { label: t('move'), children: <MoveUnfit actor={actor} hit={moved} view={view} /> }}
    >
      <p className="mb-4 max-w-text text-ink-2">{t('lead')}</p>
      {view.teams.length > 1 && <TeamFilter view={view} />}
      {hits.length === 0 ? (
        <EmptyState title={view.team === null && view.after === null ? t('none') : t('noneHere')} />
      ) : (
        <Hits view={view} hits={hits} />
      )}
      <Steps view={view} />
    </AdminPage>
  );
}

/** A form that needs no script: one team, or all. */
async function TeamFilter({ view: { teams, team } }: { view: UnfitView }) {
  const [t, { say }] = await Promise.all([getTranslations('admin.unfit'), currentReader()]);
  return (
    <form action="/admin/unfit" className="mb-4 flex flex-wrap items-end gap-3">
      <div className="min-w-0 max-w-full sm:w-72">
        <SelectField
          name="team"
          label={t('team')}
          defaultValue={team?.slug ?? ''}
          options={[
            { value: '', text: t('allTeams') },
            ...teams.map(({ slug, name }) => ({ value: slug, text: say(name) })),
          ]}
        />
      </div>
      <Button type="submit" look="secondary">
        {t('show')}
      </Button>
    </form>
  );
}

async function Hits({ view, hits }: { view: UnfitView; hits: readonly HitWords[] }) {
  const [t, menu] = await Promise.all([getTranslations('admin.unfit'), getTranslations('admin.menu')]);
  return (
    <form action="/admin/unfit/settle">
      {view.team !== null && <input type="hidden" name="team" value={view.team.slug} />}
      <DataTable
        stacks
        caption={menu('unfit')}
        columns={[
          ...(['name', 'reference', 'moment', 'reason'] as const).map((key) => ({ key, title: t(key) })),
          { key: 'move', title: <span className="sr-only">{t('move')}</span> },
        ]}
        rows={hits.map(({ key, name, reference, moment, reason }) => ({
          key,
          cells: [
            <Checkbox key="name" name="id" id={`pick-${key}`} value={key} label={name} />,
            <span key="reference" className="code">
              {reference}
            </span>,
            moment,
            reason,
            <a key="move" href={unfitHref(view, { move: key })} aria-label={t('moveOf', { name })}>
              {t('move')}
            </a>,
          ],
        }))}
      />
      <div className="mt-3 flex flex-wrap gap-3">
        <Button type="submit" look="secondary">
          {t('settleChosen')}
        </Button>
        <Button type="submit" look="secondary" name="all" value="1">
          {t('settleAll')}
        </Button>
      </div>
    </form>
  );
}

/** To the next page of the list, and back to its beginning. */
async function Steps({ view: { team, after, page } }: { view: UnfitView }) {
  const t = await getTranslations('admin.unfit');
  if (after === null && page.next === null) return null;
  return (
    <nav aria-label={t('pages')} className="mt-4 flex flex-wrap items-center gap-3">
      {page.next !== null && (
        <ButtonLink
          look="secondary"
          iconAfter={iconChevronRight}
          href={unfitHref({ team, after: page.next })}
        >
          {t('next')}
        </ButtonLink>
      )}
      {after !== null && <a href={unfitHref({ team, after: null })}>{t('first')}</a>}
    </nav>
  );
}
