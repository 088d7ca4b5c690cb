import { getTranslations } from 'next-intl/server';
import { openChannels } from '#features/administration/hours.ts';
import type { StoredTeam } from '#features/administration/seats.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { currentReader } from '../../../current-reader.ts';
import { editWords } from '../edit-words.ts';
import { localizedFields } from '../localized-fields.ts';
import { sendTeam } from './send-seat.ts';

/** The column in which a team is changed or added. */
export async function EditTeam({ team }: { team: StoredTeam | null }) {
  const [t, channels, words, { say }] = await Promise.all([
    getTranslations('admin.seats'),
    getTranslations('admin.hours.channels'),
    editWords(),
    currentReader(),
  ]);
  const names = await localizedFields({ name: 'name', label: t('name'), text: team?.name ?? null });
  const id = team === null ? [] : [{ kind: 'hidden' as const, name: 'id', value: team.id }];
  return (
    <>
      <h2 className="mb-4 text-[1.25rem] leading-7">{team === null ? t('addTeam') : say(team.name)}</h2>
      <EditForm
        key={team?.id}
        action={sendTeam}
        cancelHref="/admin/seats"
        looksAhead
        words={{ ...words, ...(team !== null && { remove: t('removeTeam') }) }}
        groups={[
          { key: 'names', fields: [...id, ...names] },
          {
            key: 'limits',
            title: t('limits'),
            fields: openChannels.map((channel) => ({
              kind: 'text' as const,
              name: channel,
              label: t('limit', { channel: channels(channel) }),
              hint: t('limitHint'),
              width: 'short' as const,
              value: String(team?.capacities.get(channel) ?? ''),
            })),
          },
        ]}
      />
    </>
  );
}
