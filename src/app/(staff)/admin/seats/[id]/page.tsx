import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findCalendar, type StoredCalendar } from '#features/administration/calendars.data.ts';
import { findFeed } from '#features/administration/feed.data.ts';
import { listSeats, type StoredSeat } from '#features/administration/seats.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { FeedForm } from '#features/administration/ui/feed-form.tsx';
import { formatMoment } from '#shared/i18n/format-moment.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { type Query, readQuery } from '../../../../(citizen)/read-query.ts';
import { currentReader } from '../../../../current-reader.ts';
import { AdminPage, NotForYou } from '../../admin-page.tsx';
import { currentAdministrator } from '../../current-administrator.ts';
import { editWords } from '../../edit-words.ts';
import { sendCalendar, sendFeed } from './send-calendar.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.calendars'))('title') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** A seat's calendars: its own, to follow elsewhere, and the one of the expert who sits there now and then. */
export default async function SeatCalendarPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await currentAdministrator(`/admin/seats/${encodeURIComponent(id)}`);
  if (actor === null) return <NotForYou />;
  const { saved } = readQuery(await searchParams, ['saved']);
  const [t, data] = await Promise.all([
    getTranslations('admin.calendars'),
    withOrganisation(actor.organisationId, async (scope) => {
      const seat = (await listSeats(scope)).find((each) => each.id === id);
      if (seat === undefined) return null;
      return {
        seat,
        feedMadeAt: await findFeed(scope, seat.id),
        calendar: await findCalendar(scope, seat.id),
      };
    }),
  ]);
  if (data === null) notFound();
  return (
    <AdminPage section="seats" title={t('heading', { seat: data.seat.name })} saved={saved}>
      <p className="mb-4">
        <a href="/admin/seats">{t('back')}</a>
      </p>
      <div className="grid max-w-text grid-cols-[minmax(0,1fr)] gap-8">
        <OwnFeed seat={data.seat} madeAt={data.feedMadeAt} />
        <ExpertsCalendar seat={data.seat} calendar={data.calendar} />
      </div>
    </AdminPage>
  );
}

async function OwnFeed({ seat, madeAt }: { seat: StoredSeat; madeAt: number | null }) {
  const [t, words, { style }] = await Promise.all([
    getTranslations('admin.calendars'),
    editWords(),
    currentReader(),
  ]);
  return (
    <section aria-labelledby="feed">
      <h2 id="feed" className="text-[1.1875rem] leading-7">
        {t('feed')}
      </h2>
      <p className="mt-1 text-ink-2">{t('feedHint')}</p>
      {madeAt !== null && <p className="mt-2">{t('feedSince', { moment: formatMoment(madeAt, style) })}</p>}
      <FeedForm
        action={sendFeed}
        seatId={seat.id}
        exists={madeAt !== null}
        words={{
          make: t('make'),
          renew: t('renew'),
          stop: t('stop'),
          once: t('once'),
          address: t('address'),
          copy: t('copy'),
          busy: words.busy,
        }}
      />
    </section>
  );
}

async function ExpertsCalendar({ seat, calendar }: { seat: StoredSeat; calendar: StoredCalendar | null }) {
  const [t, words] = await Promise.all([getTranslations('admin.calendars'), editWords()]);
  return (
    <section aria-labelledby="expert">
      <h2 id="expert" className="text-[1.1875rem] leading-7">
        {t('expert')}
      </h2>
      <p className="mt-1 mb-3 text-ink-2">{t('expertHint')}</p>
      {calendar !== null && <ReadingState calendar={calendar} />}
      <EditForm
        action={sendCalendar}
        cancelHref="/admin/seats"
        words={{ ...words, ...(calendar !== null && { remove: t('removeCalendar') }) }}
        groups={[
          {
            key: 'calendar',
            fields: [
              { kind: 'hidden', name: 'seat', value: seat.id },
              {
                kind: 'text',
                type: 'url',
                name: 'url',
                label: t('url'),
                hint: t('urlHint'),
                value: calendar?.url ?? '',
              },
            ],
          },
        ]}
      />
    </section>
  );
}

/** When it was read last, and what went wrong since. */
async function ReadingState({ calendar: { lastReadAt, failure } }: { calendar: StoredCalendar }) {
  const [t, problems, { style }] = await Promise.all([
    getTranslations('admin.calendars'),
    getTranslations('admin.problems'),
    currentReader(),
  ]);
  const last =
    lastReadAt === null ? t('neverRead') : t('lastRead', { moment: formatMoment(lastReadAt, style) });
  if (failure === null) return <Notice kind="ok" className="mb-4" title={last} />;
  return (
    <Notice kind="warn" className="mb-4" title={t('notRead')}>
      {problems(`${failure}`, { at: 'none' })} {last} {t('keepsKnown')}
    </Notice>
  );
}
