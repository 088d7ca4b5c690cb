import { getTranslations } from 'next-intl/server';
import { dayFields } from '#features/administration/day-fields.ts';
import type { FieldGroup, FieldSpec } from '#features/administration/edit-state.ts';
import { openChannels } from '#features/administration/hours.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import type { Weekday } from '#journey/local-time.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { editWords } from '../edit-words.ts';
import { weekdayName } from '../hours/weekday-name.ts';
import type { SeatEdited, SeatsView } from './seats-request.ts';
import { sendSeat } from './send-seat.ts';

type SeatColumn = { readonly view: SeatsView; readonly edited: SeatEdited & { readonly kind: 'seat' } };

/** The column in which a seat is changed or added. Only a new one is given its week here. */
export async function EditSeat({ view, edited }: SeatColumn) {
  const [t, words, { say }] = await Promise.all([
    getTranslations('admin.seats'),
    editWords(),
    currentReader(),
  ]);
  const { seat, team } = edited;
  return (
    <>
      <p className="text-ink-2">{say(team.name)}</p>
      <h2 className="text-[1.25rem] leading-7">{seat?.name ?? t('addSeat')}</h2>
      <p className="mb-4">
        {seat !== null && <a href={`/admin/seats/${seat.id}/staffing`}>{t('staffingEdit')}</a>}
      </p>
      <EditForm
        key={seat?.id ?? team.id}
        action={sendSeat}
        cancelHref="/admin/seats"
        looksAhead
        words={{ ...words, ...(seat !== null && { remove: t('remove') }) }}
        groups={[
          await describeSeat(edited),
          await describeWork(view, edited),
          ...(seat === null ? [await describeWeek()] : []),
        ]}
      />
    </>
  );
}

async function describeSeat({ seat, team, position }: SeatColumn['edited']): Promise<FieldGroup> {
  const t = await getTranslations('admin.seats');
  const id: FieldSpec[] = seat === null ? [] : [{ kind: 'hidden', name: 'id', value: seat.id }];
  const use: FieldSpec[] =
    seat === null
      ? []
      : [
          {
            kind: 'radios',
            name: 'use',
            label: t('use'),
            value: seat.isRetired ? 'retired' : 'open',
            options: [
              { value: 'open', text: t('inUse') },
              { value: 'retired', text: t('retired') },
            ],
          },
        ];
  return {
    key: 'seat',
    fields: [
      ...id,
      { kind: 'hidden', name: 'team', value: team.id },
      {
        kind: 'text',
        name: 'name',
        label: t('name'),
        value: seat?.name ?? t('defaultName', { position: String(position) }),
      },
      { kind: 'text', name: 'position', label: t('position'), width: 'short', value: String(position) },
      ...use,
    ],
  };
}

async function describeWork(
  { locations, services }: SeatsView,
  { seat, team }: SeatColumn['edited'],
): Promise<FieldGroup> {
  const [t, channels, languages, { say }, organisation] = await Promise.all([
    getTranslations('admin.seats'),
    getTranslations('admin.hours.channels'),
    getTranslations('common.languages'),
    currentReader(),
    currentOrganisation(),
  ]);
  const ofTeam = services.filter(({ teamId }) => teamId === team.id);
  return {
    key: 'work',
    title: t('work'),
    fields: [
      {
        kind: 'checks',
        name: 'channels',
        label: t('channels'),
        values: seat?.channels ?? ['video'],
        options: openChannels.map((value) => ({ value, text: channels(value) })),
      },
      {
        kind: 'select',
        name: 'location',
        label: t('location'),
        hint: t('locationHint'),
        value: seat?.locationId ?? '',
        options: [
          { value: '', text: t('noLocation') },
          ...locations.map(({ id, name }) => ({ value: id, text: say(name) })),
        ],
      },
      {
        kind: 'checks',
        name: 'languages',
        label: t('languages'),
        values: seat?.languages ?? organisation.languages,
        options: organisation.languages.map((value) => ({ value, text: languages(value) })),
      },
      {
        kind: 'checks',
        name: 'services',
        label: t('skills'),
        hint: t('skillsHint'),
        values: seat?.serviceIds ?? [],
        options: ofTeam.map(({ id, name }) => ({ value: id, text: say(name) })),
      },
    ],
  };
}

async function describeWeek(): Promise<FieldGroup> {
  const [t, { language }] = await Promise.all([getTranslations('admin.seats'), currentReader()]);
  return {
    key: 'week',
    title: t('staffing'),
    fields: dayFields.map((name, index) => ({
      kind: 'text' as const,
      name,
      label: weekdayName((index + 1) as Weekday, language),
      ...(index === 0 && { hint: t('staffingHint') }),
      value: '',
    })),
  };
}
