import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { writeClockRanges } from '#features/administration/clock-text.ts';
import { listTeams, type NamedTeam } from '#features/administration/hours.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { readCounter, type StoredCounter } from '#features/administration/walk-in.data.ts';
import { weekdays } from '#features/administration/week.ts';
import { walkInChannels } from '#journey/walk-in-channels.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Segments } from '#shared/ui/segments.tsx';
import { type Query, readQuery } from '../../../(citizen)/read-query.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { AdminPage, NotForYou } from '../admin-page.tsx';
import { currentAdministrator } from '../current-administrator.ts';
import { editWords } from '../edit-words.ts';
import { weekdayName } from '../hours/weekday-name.ts';
import { localizedFields } from '../localized-fields.ts';
import { sendCounter } from './send-counter.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('counter') };
}

/** The open counter of each team: for who comes without appointment. */
export default async function CounterPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/counter');
  if (actor === null) return <NotForYou />;
  const { team: wanted, saved } = readQuery(await searchParams, ['team', 'saved']);
  const [t, menu, { say }] = await Promise.all([
    getTranslations('admin.counter'),
    getTranslations('admin.menu'),
    currentReader(),
  ]);
  const { teams, team, counter } = await withOrganisation(actor.organisationId, async (scope) => {
    const teams = await listTeams(scope);
    const team = teams.find(({ id }) => id === wanted) ?? teams[0];
    return { teams, team, counter: team === undefined ? null : await readCounter(scope, team.id) };
  });
  return (
    <AdminPage section="counter" title={menu('counter')} saved={saved}>
      <p className="mb-4 max-w-text text-ink-2">{t('lead')}</p>
      {team === undefined ? (
        <EmptyState title={t('noTeam')} />
      ) : (
        <>
          <Segments
            label={t('team')}
            segments={teams.map(({ id, name }) => ({
              key: id,
              text: say(name),
              current: id === team.id,
              href: `/admin/counter?team=${id}`,
            }))}
          />
          <div className="mt-5 max-w-[56rem]">
            <CounterForm key={team.id} team={team} counter={counter} />
          </div>
        </>
      )}
    </AdminPage>
  );
}

async function CounterForm({ team, counter }: { team: NamedTeam; counter: StoredCounter | null }) {
  const [t, words, organisation, { language }] = await Promise.all([
    getTranslations('admin.counter'),
    editWords(),
    currentOrganisation(),
    currentReader(),
  ]);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const opening = await localizedFields({
    name: 'openingText',
    label: t('openingText'),
    text: counter?.openingText ?? null,
    long: true,
  });
  return (
    <EditForm
      action={sendCounter}
      cancelHref={`/admin/counter?team=${team.id}`}
      words={words}
      groups={[
        {
          key: 'whether',
          fields: [
            { kind: 'hidden', name: 'team', value: team.id },
            {
              kind: 'radios',
              name: 'isOn',
              label: t('isOn'),
              value: counter?.isOn ? 'yes' : 'no',
              options: [
                { value: 'yes', text: t('on') },
                { value: 'no', text: t('off') },
              ],
            },
            {
              kind: 'checks',
              name: 'channels',
              label: t('channels'),
              values: counter?.channels ?? ['video'],
              options: walkInChannels.map((value) => ({ value, text: t(`by.${value}`) })),
            },
            {
              kind: 'checks',
              name: 'languages',
              label: t('languages'),
              values: counter?.languages ?? organisation.languages,
              options: organisation.languages.map((each) => ({ value: each, text: names.of(each) ?? each })),
            },
            {
              kind: 'text',
              name: 'mostWaiting',
              type: 'number',
              width: 'short',
              label: t('mostWaiting'),
              hint: t('mostWaitingHint'),
              value: String(counter?.mostWaiting ?? 10),
            },
          ],
        },
        {
          key: 'opening',
          title: t('opening'),
          fields: opening.map((field, index) =>
            field.kind === 'area' && index === 0 ? { ...field, hint: t('openingHint') } : field,
          ),
        },
        {
          key: 'hours',
          title: t('hours'),
          fields: weekdays.map((weekday) => ({
            kind: 'text' as const,
            name: `day${weekday}`,
            width: 'half' as const,
            label: weekdayName(weekday, language),
            ...(weekday === 1 && { hint: t('hoursHint') }),
            value: writeClockRanges((counter?.hours ?? []).filter((stretch) => stretch.weekday === weekday)),
          })),
        },
      ]}
    />
  );
}
