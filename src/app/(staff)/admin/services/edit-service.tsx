import { getTranslations } from 'next-intl/server';
import type { FieldGroup, FieldSpec } from '#features/administration/edit-state.ts';
import type { NamedTeam } from '#features/administration/hours.data.ts';
import { openChannels } from '#features/administration/hours.ts';
import type { StoredService } from '#features/administration/services.data.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { currentReader } from '../../../current-reader.ts';
import { editWords } from '../edit-words.ts';
import { localizedFields } from '../localized-fields.ts';
import { sendService } from './send-service.ts';

type EditServiceProps = {
  /** Null is a new one. */
  readonly service: StoredService | null;
  readonly services: readonly StoredService[];
  readonly teams: readonly NamedTeam[];
};

/** The column in which a service is changed or added. */
export async function EditService(props: EditServiceProps) {
  const [t, texts, words, { say }] = await Promise.all([
    getTranslations('admin.services'),
    getTranslations('admin.serviceTexts'),
    editWords(),
    currentReader(),
  ]);
  const { service } = props;
  return (
    <>
      <h2 className="text-[1.25rem] leading-7">{service === null ? t('add') : say(service.name)}</h2>
      <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
        {service !== null && (
          <>
            <a href={`/admin/services/${service.id}/bring`}>{texts('bring')}</a>
            <a href={`/admin/services/${service.id}/questions`}>{texts('questions')}</a>
            <a href={`/admin/services/${service.id}/forms`}>{texts('forms')}</a>
            <a href={`/admin/services/${service.id}/identify`}>{texts('identify')}</a>
            <a href={`/admin/services/${service.id}/privacy`}>{texts('privacy')}</a>
          </>
        )}
      </p>
      <EditForm
        key={service?.id}
        action={sendService}
        cancelHref="/admin/services"
        looksAhead
        words={{ ...words, ...(service !== null && { remove: t('remove') }) }}
        groups={[
          await describeOffer(props),
          await describeTimes(service),
          await describeLimits(service),
          await describeText('name', service),
          await describeText('summary', service),
          await describeText('description', service),
        ]}
      />
    </>
  );
}

/** One text in the organisation's languages. */
async function describeText(
  name: 'name' | 'summary' | 'description',
  service: StoredService | null,
): Promise<FieldGroup> {
  const t = await getTranslations('admin.services');
  const text = service?.[name] ?? null;
  const fields = await localizedFields({ name, label: t(name), text, long: name !== 'name' });
  return { key: name, title: t(name), fields };
}

async function describeOffer({ service, services, teams }: EditServiceProps): Promise<FieldGroup> {
  const [t, channels, { say }] = await Promise.all([
    getTranslations('admin.services'),
    getTranslations('admin.hours.channels'),
    currentReader(),
  ]);
  const known: FieldSpec[] =
    service === null
      ? [
          {
            kind: 'select',
            name: 'example',
            label: t('example'),
            hint: t('exampleHint'),
            value: services[0]?.id ?? '',
            options: services.map(({ id, name }) => ({ value: id, text: say(name) })),
          },
        ]
      : [
          { kind: 'hidden', name: 'id', value: service.id },
          { kind: 'hidden', name: 'formerTeam', value: service.teamId },
        ];
  return {
    key: 'offer',
    fields: [
      ...known,
      {
        kind: 'radios',
        name: 'published',
        label: t('published'),
        value: service?.isPublished ? 'yes' : 'no',
        options: [
          { value: 'yes', text: t('shown') },
          { value: 'no', text: t('hidden') },
        ],
      },
      {
        kind: 'select',
        name: 'team',
        label: t('team'),
        value: service?.teamId ?? teams[0]?.id ?? '',
        options: teams.map(({ id, name }) => ({ value: id, text: say(name) })),
      },
      {
        kind: 'checks',
        name: 'channels',
        label: t('channels'),
        values: service?.channels ?? ['video'],
        options: openChannels.map((value) => ({ value, text: channels(value) })),
      },
    ],
  };
}

/** A number in a short field. */
function numberField(name: string, label: string, value: number, hint?: string): FieldSpec {
  return {
    kind: 'text',
    name,
    label,
    width: 'short',
    value: String(value),
    ...(hint !== undefined && { hint }),
  };
}

async function describeTimes(service: StoredService | null): Promise<FieldGroup> {
  const t = await getTranslations('admin.services');
  return {
    key: 'times',
    title: t('times'),
    fields: [
      numberField('duration', t('duration'), service?.durationMinutes ?? 20, t('durationHint')),
      numberField('bufferBefore', t('bufferBefore'), service?.bufferBeforeMinutes ?? 0),
      numberField('bufferAfter', t('bufferAfter'), service?.bufferAfterMinutes ?? 5),
      numberField('interpreter', t('interpreter'), service?.interpreterMinutes ?? 15),
    ],
  };
}

async function describeLimits(service: StoredService | null): Promise<FieldGroup> {
  const t = await getTranslations('admin.services');
  const fee = ((service?.feeCents ?? 0) / 100).toFixed(2).replace('.', ',');
  return {
    key: 'limits',
    title: t('limits'),
    fields: [
      numberField('notice', t('notice'), service?.minimumNoticeMinutes ?? 120, t('noticeHint')),
      numberField('horizonDays', t('horizon'), service?.horizonDays ?? 60, t('horizonHint')),
      numberField('staffShare', t('staffShare'), service?.staffSharePercent ?? 0, t('staffShareHint')),
      { kind: 'text', name: 'fee', label: t('feeEuro'), width: 'short', value: fee },
    ],
  };
}
