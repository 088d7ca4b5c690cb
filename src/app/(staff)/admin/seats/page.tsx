import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { StoredSeat, StoredTeam } from '#features/administration/seats.data.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { Tag } from '#shared/ui/tag.tsx';
import type { Query } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { EditSeat } from './edit-seat.tsx';
import { EditTeam } from './edit-team.tsx';
import { readSeatsView, type SeatsView } from './seats-request.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('seats') };
}

/** The teams with their seats. */
export default async function SeatsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/seats');
  if (actor === null) return <NotForYou />;
  const [view, t, menu] = await Promise.all([
    readSeatsView(await searchParams),
    getTranslations('admin.seats'),
    getTranslations('admin.menu'),
  ]);
  const { edited } = view;
  const column =
    edited?.kind === 'seat' ? (
      <EditSeat view={view} edited={edited} />
    ) : (
      edited && <EditTeam team={edited.team} />
    );
  return (
    <AdminPage
      section="seats"
      title={menu('seats')}
      saved={view.saved}
      aside={column ? { label: t('editLabel'), children: column } : undefined}
      actions={
        <ButtonLink href="/admin/seats?add=team#edit" look="secondary" icon={iconPlus}>
          {t('addTeam')}
        </ButtonLink>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {view.teams.map((team) => (
          <Team key={team.id} team={team} view={view} />
        ))}
      </div>
    </AdminPage>
  );
}

async function Team({ team, view }: { team: StoredTeam; view: SeatsView }) {
  const [t, channels, { say }] = await Promise.all([
    getTranslations('admin.seats'),
    getTranslations('admin.hours.channels'),
    currentReader(),
  ]);
  const seats = view.seats.filter(({ teamId }) => teamId === team.id);
  const name = say(team.name);
  return (
    <section aria-labelledby={`team-${team.id}`}>
      <div className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={`team-${team.id}`} className="text-[1.1875rem] leading-7">
          {name}
        </h2>
        <a href={`/admin/seats?team=${team.id}#edit`}>{t('editTeam', { team: name })}</a>
        <a href={`/admin/seats?team=${team.id}&add=seat#edit`}>{t('addSeatTo', { team: name })}</a>
      </div>
      {seats.length === 0 ? (
        <p className="text-ink-2">{t('noSeats')}</p>
      ) : (
        <DataTable
          stacks
          caption={name}
          columns={[
            ...(['seat', 'channels', 'location', 'skills', 'staffing'] as const).map((key) => ({
              key,
              title: t(key),
            })),
            { key: 'calendar', title: <span className="sr-only">{t('calendar')}</span> },
          ]}
          rows={seats.map((seat) => {
            const location = view.locations.find(({ id }) => id === seat.locationId);
            return {
              key: seat.id,
              cells: [
                <span key="seat" className="inline-flex flex-wrap gap-2">
                  <a href={`/admin/seats?seat=${seat.id}#edit`}>{seat.name}</a>
                  {seat.isRetired && <Tag>{t('retired')}</Tag>}
                </span>,
                seat.channels
                  .flatMap((channel) => (channel === 'chat' ? [] : [channels(channel)]))
                  .join(', '),
                location === undefined ? '–' : say(location.name),
                seat.serviceIds.length === 0
                  ? t('allServices')
                  : t('someServices', { count: seat.serviceIds.length }),
                <Staffing key="staffing" seat={seat} />,
                <span key="calendar" className="inline-flex flex-wrap gap-x-4 gap-y-1">
                  <a href={`/admin/seats/${seat.id}`} aria-label={t('calendarOf', { seat: seat.name })}>
                    {t('calendar')}
                  </a>
                  {!seat.isRetired && (
                    <a href={`/seat/absence?for=${seat.id}`} aria-label={t('absentAt', { seat: seat.name })}>
                      {t('absent')}
                    </a>
                  )}
                </span>,
              ],
            };
          })}
        />
      )}
    </section>
  );
}

/** When somebody works there, in a word; the rest is a page of its own. */
async function Staffing({ seat }: { seat: StoredSeat }) {
  const t = await getTranslations('admin.seats');
  const hours = seat.hasOwnHours ? t('staffingOwn') : t('staffingAlways');
  return (
    <a href={`/admin/seats/${seat.id}/staffing`} aria-label={t('staffingOf', { seat: seat.name, hours })}>
      {hours}
    </a>
  );
}
