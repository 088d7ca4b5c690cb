import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RemoveForm } from '#features/administration/ui/remove-form.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { Segments } from '#shared/ui/segments.tsx';
import type { Query } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { editWords } from '../edit-words.ts';
import { writeDate } from '../write-dates.ts';
import { AddClosingDays } from './add-closing-days.tsx';
import { type HolidaysView, readHolidaysView } from './holidays-request.ts';
import { sendDayGone } from './send-closing-day.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('holidays') };
}

/** The days on which nobody, or one team, is there. */
export default async function HolidaysPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/holidays');
  if (actor === null) return <NotForYou />;
  const [view, t, menu] = await Promise.all([
    readHolidaysView(await searchParams),
    getTranslations('admin.holidays'),
    getTranslations('admin.menu'),
  ]);
  const { year, adding } = view;
  return (
    <AdminPage
      section="holidays"
      title={menu('holidays')}
      saved={view.saved}
      actions={
        <>
          <ButtonLink href={`/admin/holidays?year=${year}&add=own#edit`} look="secondary" icon={iconPlus}>
            {t('addOwn')}
          </ButtonLink>
          <ButtonLink href={`/admin/holidays?year=${year}&add=BE#edit`} look="secondary">
            {t('addBE')}
          </ButtonLink>
          <ButtonLink href={`/admin/holidays?year=${year}&add=NL#edit`} look="secondary">
            {t('addNL')}
          </ButtonLink>
        </>
      }
      aside={
        adding === null
          ? undefined
          : { label: t('addLabel'), children: <AddClosingDays view={view} adding={adding} /> }
      }
    >
      <div className="flex">
        <Segments
          label={t('year')}
          segments={[year - 1, year, year + 1].map((each) => ({
            key: String(each),
            text: String(each),
            href: `/admin/holidays?year=${each}`,
            current: each === year,
          }))}
        />
      </div>
      <div className="mt-4">
        <ClosingDays view={view} />
      </div>
    </AdminPage>
  );
}

async function ClosingDays({ view: { days, teams, year } }: { view: HolidaysView }) {
  const [t, words, { say }] = await Promise.all([
    getTranslations('admin.holidays'),
    editWords(),
    currentReader(),
  ]);
  if (days.length === 0) return <EmptyState title={t('none', { year: String(year) })} />;
  const rows = days.map(async ({ id, date, name, teamId }) => {
    const team = teams.find((each) => each.id === teamId);
    const written = await writeDate(date);
    return {
      key: id,
      cells: [
        written,
        say(name),
        team === undefined ? t('everybody') : say(team.name),
        <RemoveForm
          key="remove"
          action={sendDayGone}
          fields={{ id, year: String(year) }}
          text={t('remove')}
          busyText={words.busy}
          label={t('removeDay', { date: written, name: say(name) })}
        />,
      ],
    };
  });
  return (
    <DataTable
      stacks
      caption={t('caption', { year: String(year) })}
      columns={[
        { key: 'date', title: t('date') },
        { key: 'name', title: t('name') },
        { key: 'whom', title: t('whom') },
        { key: 'remove', title: <span className="sr-only">{t('remove')}</span> },
      ]}
      rows={await Promise.all(rows)}
    />
  );
}
