import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WeekGrid } from '#features/administration/ui/week-grid.tsx';
import { ChannelKey, WeekList } from '#features/administration/ui/week-list.tsx';
import { shownHours } from '#features/administration/week.ts';
import { addDays } from '#journey/local-time.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { classNames } from '#shared/ui/class-names.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconChevronLeft } from '#shared/ui/icons/chevron-left.ts';
import { iconChevronRight } from '#shared/ui/icons/chevron-right.ts';
import { Segments } from '#shared/ui/segments.tsx';
import type { Query } from '../../../(citizen)/read-query.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { writeDateRange } from '../write-dates.ts';
import { EditHours } from './edit-hours.tsx';
import { hoursHref, writeDays } from './grid-days.ts';
import { type HoursView, readHoursView } from './hours-request.ts';
import { TeamChoice } from './team-choice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('hours') };
}

/** When a team is open: its week as a picture, and beside it what is being changed. */
export default async function HoursPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/hours');
  if (actor === null) return <NotForYou />;
  const [view, t, menu] = await Promise.all([
    readHoursView(await searchParams),
    getTranslations('admin.hours'),
    getTranslations('admin.menu'),
  ]);
  if (view === null)
    return (
      <AdminPage section="hours" title={menu('hours')}>
        <EmptyState title={t('noTeam')} />
      </AdminPage>
    );
  const children = view.edited ? <EditHours view={view} edited={view.edited} /> : <Hint />;
  return (
    <AdminPage
      section="hours"
      title={menu('hours')}
      saved={view.saved}
      aside={{ label: t('editLabel'), children, isIdle: view.edited === null }}
      actions={
        <>
          <TeamChoice view={view} />
          <ButtonLink href={`/admin/holidays?team=${view.team.slug}`} look="secondary" icon={iconCalendarX}>
            {t('closureAction')}
          </ButtonLink>
        </>
      }
    >
      <WeekChoice view={view} />
      <Week view={view} />
    </AdminPage>
  );
}

async function Hint() {
  const t = await getTranslations('admin.hours');
  return (
    <>
      <h2 className="text-[1.25rem] leading-7">{t('hintTitle')}</h2>
      <p className="mt-2 text-ink-2">{t('hint')}</p>
      <p className="mt-2 text-ink-2">{t('hintWeek')}</p>
    </>
  );
}

async function WeekChoice({ view }: { view: HoursView }) {
  const t = await getTranslations('admin.hours');
  const { monday, thisMonday } = view;
  const shown = monday ?? thisMonday;
  const given = { ...view, monday: shown };
  const usual = { ...view, monday: null };
  const stepTo = (days: number) => hoursHref({ ...view, monday: addDays(shown, days) });
  const arrow = 'grid size-9 place-items-center rounded-sm text-ink hover:bg-ground';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Segments
        label={t('week')}
        segments={[
          { key: 'usual', text: t('usualWeek'), href: hoursHref(usual), current: monday === null },
          {
            key: 'given',
            text: await writeDateRange(shown, addDays(shown, 6)),
            href: hoursHref(given),
            current: monday !== null,
          },
        ]}
      />
      <div className="flex">
        <a href={stepTo(-7)} className={arrow} aria-label={t('previousWeek')}>
          <Icon shape={iconChevronLeft} />
        </a>
        <a href={stepTo(7)} className={arrow} aria-label={t('nextWeek')}>
          <Icon shape={iconChevronRight} />
        </a>
      </div>
      <div className="max-lg:hidden">
        <Segments
          label={t('look')}
          segments={[
            {
              key: 'picture',
              text: t('asPicture'),
              href: hoursHref({ ...view, asList: false }),
              current: !view.asList,
            },
            {
              key: 'list',
              text: t('asList'),
              href: hoursHref({ ...view, asList: true }),
              current: view.asList,
            },
          ]}
        />
      </div>
      <div className="lg:ml-auto">
        <ChannelKey
          words={{ video: t('channels.video'), phone: t('channels.phone'), counter: t('channels.counter') }}
        />
      </div>
    </div>
  );
}

async function Week({ view }: { view: HoursView }) {
  const [t, days] = await Promise.all([getTranslations('admin.hours'), writeDays(view)]);
  const { first, last } = shownHours(view.days);
  return (
    <>
      {!view.asList && (
        <div className="mt-4 overflow-x-auto max-lg:hidden">
          <WeekGrid label={t('week')} days={days} firstHour={first} lastHour={last} />
        </div>
      )}
      <div className={classNames('mt-4', !view.asList && 'lg:hidden')}>
        <WeekList label={t('week')} days={days} />
      </div>
    </>
  );
}
