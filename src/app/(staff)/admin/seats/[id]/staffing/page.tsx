import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { WeekGrid } from '#features/administration/ui/week-grid.tsx';
import { WeekList } from '#features/administration/ui/week-list.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { classNames } from '#shared/ui/class-names.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import type { Query } from '../../../../../(citizen)/read-query.ts';
import { currentReader } from '../../../../../current-reader.ts';
import { AdminPage, NotForYou } from '../../../admin-page.tsx';
import { currentAdministrator } from '../../../current-administrator.ts';
import { EditStaffing } from './edit-staffing.tsx';
import { shownStaffing, writeStaffedDays } from './staffed-days.ts';
import { readStaffingView, type StaffingView } from './staffing-request.ts';
import { writePeriod } from './write-period.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.staffing'))('title') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** When somebody works at a seat: the week of a period as a picture, and beside it what is being changed. */
export default async function SeatStaffingPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await currentAdministrator(`/admin/seats/${encodeURIComponent(id)}/staffing`);
  if (actor === null) return <NotForYou />;
  const [view, t, { say }] = await Promise.all([
    readStaffingView(id, await searchParams),
    getTranslations('admin.staffing'),
    currentReader(),
  ]);
  if (view === null) notFound();
  const base = `/admin/seats/${view.seat.id}/staffing`;
  return (
    <AdminPage
      section="seats"
      title={t('heading', { seat: view.seat.name })}
      saved={view.saved}
      aside={{ label: t('editLabel'), children: <EditStaffing view={view} />, isIdle: view.isIdle }}
      actions={
        <ButtonLink href={`${base}?add=1#edit`} look="secondary" icon={iconPlus}>
          {t('new')}
        </ButtonLink>
      }
    >
      <p className="mb-4 max-w-text text-ink-2">
        {t('lead', { team: say(view.team.name) })} <a href="/admin/seats">{t('back')}</a>
      </p>
      <Periods view={view} base={base} />
      <Week view={view} />
    </AdminPage>
  );
}

async function Periods({ view, base }: { view: StaffingView; base: string }) {
  const { periods, chosen, today } = view;
  const t = await getTranslations('admin.staffing');
  if (periods.length === 1) return null;
  const items = periods.map(async (period) => {
    const first = period.from ?? today;
    const isChosen = period === chosen;
    return (
      <li key={first}>
        <a
          href={`${base}?period=${first}#edit`}
          aria-current={isChosen ? 'true' : undefined}
          className={classNames(
            'flex min-h-9 items-center rounded-md border px-2.5 py-1 no-underline',
            isChosen
              ? 'border-brand bg-brand-tint font-strong text-brand'
              : 'border-edge text-ink hover:bg-ground',
          )}
        >
          {await writePeriod(period, today)}
        </a>
      </li>
    );
  });
  return (
    <nav aria-label={t('periods')}>
      <ul className="flex flex-wrap gap-2">{await Promise.all(items)}</ul>
    </nav>
  );
}

async function Week({ view }: { view: StaffingView }) {
  const [t, days] = await Promise.all([getTranslations('admin.staffing'), writeStaffedDays(view)]);
  const { first, last } = shownStaffing(view.worked);
  return (
    <>
      {view.chosen.isAlways && <p className="mt-4 font-semibold">{t('always')}</p>}
      <div className="mt-4 overflow-x-auto max-lg:hidden">
        <WeekGrid label={t('week')} days={days} firstHour={first} lastHour={last} />
      </div>
      <div className="mt-4 lg:hidden">
        <WeekList label={t('week')} days={days} />
      </div>
    </>
  );
}
