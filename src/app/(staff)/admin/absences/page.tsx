import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { absenceReasons, listAbsences, type StoredAbsence } from '#features/administration/absences.data.ts';
import { listTeams, type NamedTeam } from '#features/administration/hours.data.ts';
import { listSeats, type StoredSeat } from '#features/administration/seats.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { RemoveForm } from '#features/administration/ui/remove-form.tsx';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { clock } from '../../../../wiring.ts';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { editWords } from '../edit-words.ts';
import { sendAbsence, sendAbsenceGone } from './send-absence.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('absences') };
}

/** When nobody works at a seat. */
export default async function AbsencesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/absences');
  if (actor === null) return <NotForYou />;
  const query = readQuery(await searchParams, ['add', 'seat', 'saved']);
  const now = epochMilliseconds(clock.now());
  const [t, menu, data] = await Promise.all([
    getTranslations('admin.absences'),
    getTranslations('admin.menu'),
    withOrganisation(actor.organisationId, async (scope) => ({
      teams: await listTeams(scope),
      seats: await listSeats(scope),
      absences: await listAbsences(scope, now),
    })),
  ]);
  const isAdding = query.add !== undefined;
  return (
    <AdminPage
      section="absences"
      title={menu('absences')}
      saved={query.saved}
      actions={
        <>
          <ButtonLink href="/seat/absence" look="secondary" icon={iconCalendarX}>
            {t('settleAction')}
          </ButtonLink>
          <ButtonLink href="/admin/absences?add=1#edit" look="secondary" icon={iconPlus}>
            {t('add')}
          </ButtonLink>
        </>
      }
      aside={
        isAdding ? { label: t('add'), children: <AddAbsence {...data} seatId={query.seat} /> } : undefined
      }
    >
      <p className="mb-4 max-w-text text-ink-2">{t('settle')}</p>
      <AbsenceList {...data} />
    </AdminPage>
  );
}

type ListProps = { readonly teams: readonly NamedTeam[]; readonly absences: readonly StoredAbsence[] };

async function AbsenceList({ teams, absences }: ListProps) {
  const [t, words, { style, language, say }] = await Promise.all([
    getTranslations('admin.absences'),
    editWords(),
    currentReader(),
  ]);
  if (absences.length === 0) return <EmptyState title={t('none')} />;
  const teamName = (id: string) => teams.find((team) => team.id === id)?.name;
  const moment = (at: number) => capitalise(formatMoment(at, style), language);
  return (
    <DataTable
      stacks
      caption={t('caption')}
      columns={[
        { key: 'seat', title: t('seat') },
        { key: 'from', title: t('from') },
        { key: 'until', title: t('until') },
        { key: 'reason', title: t('reason') },
        { key: 'remove', title: <span className="sr-only">{t('remove')}</span> },
      ]}
      rows={absences.map(({ id, seatName, teamId, startAt, endAt, reason }) => {
        const team = teamName(teamId);
        const name = team === undefined ? seatName : `${seatName}, ${say(team)}`;
        return {
          key: id,
          cells: [
            name,
            moment(startAt),
            moment(endAt),
            t(`reasons.${reason}`),
            <RemoveForm
              key="remove"
              action={sendAbsenceGone}
              fields={{ id }}
              text={t('remove')}
              busyText={words.busy}
              label={t('removeOf', { seat: name })}
            />,
          ],
        };
      })}
    />
  );
}

type AddProps = {
  readonly teams: readonly NamedTeam[];
  readonly seats: readonly StoredSeat[];
  readonly seatId: string | undefined;
};

async function AddAbsence({ teams, seats, seatId }: AddProps) {
  const [t, words, { style, say }] = await Promise.all([
    getTranslations('admin.absences'),
    editWords(),
    currentReader(),
  ]);
  const today = localDateAt(epochMilliseconds(clock.now()), style.timeZone);
  const options = seats
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, name, teamId }) => {
      const team = teams.find((each) => each.id === teamId);
      return { value: id, text: team === undefined ? name : `${say(team.name)}: ${name}` };
    });
  return (
    <>
      <h2 className="mb-1 text-[1.25rem] leading-7">{t('add')}</h2>
      <p className="mb-4 text-ink-2">{t('hint')}</p>
      <EditForm
        action={sendAbsence}
        cancelHref="/admin/absences"
        words={words}
        looksAhead
        groups={[
          {
            key: 'who',
            fields: [
              { kind: 'select', name: 'seat', label: t('seat'), value: seatId ?? '', options },
              {
                kind: 'select',
                name: 'reason',
                label: t('reason'),
                value: 'leave',
                options: absenceReasons.map((value) => ({ value, text: t(`reasons.${value}`) })),
              },
            ],
          },
          {
            key: 'from',
            beside: true,
            fields: [
              { kind: 'text', type: 'date', name: 'fromDate', label: t('fromDate'), value: today },
              { kind: 'text', name: 'fromTime', label: t('time'), optional: t('optional'), value: '' },
            ],
          },
          {
            key: 'until',
            beside: true,
            fields: [
              { kind: 'text', type: 'date', name: 'untilDate', label: t('untilDate'), value: today },
              { kind: 'text', name: 'untilTime', label: t('time'), optional: t('optional'), value: '' },
            ],
          },
        ]}
      />
    </>
  );
}
