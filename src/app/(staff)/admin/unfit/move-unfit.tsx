import { getTranslations } from 'next-intl/server';
import type { FieldGroup, HitWords } from '#features/administration/edit-state.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { currentReader } from '../../../current-reader.ts';
import { editWords } from '../edit-words.ts';
import { type OtherTimes, readOtherTimes } from './other-times.ts';
import { sendMove } from './send-move.ts';
import { type UnfitView, unfitHref } from './unfit-request.ts';

type MoveUnfitProps = {
  readonly actor: StaffActor;
  readonly hit: HitWords;
  /** With the part of the list to come back to. */
  readonly view: UnfitView;
};

/** The column in which an appointment gets another time, another channel, or is cancelled. */
export async function MoveUnfit({ actor, hit, view }: MoveUnfitProps) {
  const [t, words, other] = await Promise.all([
    getTranslations('admin.unfit'),
    editWords(),
    readOtherTimes(actor, hit.key as AppointmentId, view),
  ]);
  const hasTimes = other !== null && other.times.length > 0;
  return (
    <>
      <p className="text-ink-2">{hit.reference}</p>
      <h2 className="mb-1 text-[1.25rem] leading-7">{t('moveOf', { name: hit.name })}</h2>
      <p className="mb-4 text-ink-2">{t('told')}</p>
      {other !== null && <AskTimes view={view} hit={hit} other={other} />}
      {!hasTimes && <p className="mb-4">{t(view.date === null ? 'noTimes' : 'noTimesOn')}</p>}
      {other !== null && (
        <EditForm
          key={`${hit.key} ${view.date} ${other.channel}`}
          action={sendMove}
          cancelHref={unfitHref(view)}
          words={{
            ...words,
            save: hasTimes ? t('move') : null,
            remove: t('cancel'),
            removeAnyway: t('cancelAnyway'),
            effect: { ...words.effect, title: t('whatHappens') },
          }}
          groups={[await describeMove(view, hit, other)]}
        />
      )}
    </>
  );
}

async function describeMove(
  view: UnfitView,
  hit: HitWords,
  { times, channel }: OtherTimes,
): Promise<FieldGroup> {
  const [t, { style, language }] = await Promise.all([getTranslations('admin.unfit'), currentReader()]);
  const options = times.map((startAt) => ({
    value: String(startAt),
    text: capitalise(formatNearMoment(startAt, style), language),
  }));
  return {
    key: 'time',
    fields: [
      { kind: 'hidden', name: 'appointment', value: hit.key },
      { kind: 'hidden', name: 'channel', value: channel },
      { kind: 'hidden', name: 'back', value: unfitHref(view) },
      ...(times.length === 0
        ? []
        : [
            {
              kind: 'select' as const,
              name: 'moment',
              label: t('newTime'),
              value: String(times[0]),
              options,
            },
          ]),
    ],
  };
}

type AskTimesProps = { readonly view: UnfitView; readonly hit: HitWords; readonly other: OtherTimes };

/** Which day and which channel the times are of: a form of the address, which changes nothing. */
async function AskTimes({ view, hit, other }: AskTimesProps) {
  const [t, channels] = await Promise.all([
    getTranslations('admin.unfit'),
    getTranslations('admin.hours.channels'),
  ]);
  const kept = new URLSearchParams(unfitHref(view).split('?')[1] ?? '');
  return (
    <form
      action="/admin/unfit#edit"
      className="mb-5 grid items-end gap-3 border-b border-line pb-5 sm:grid-cols-2"
    >
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="move" value={hit.key} />
      <TextField
        name="date"
        type="date"
        label={t('date')}
        optional={t('optional')}
        min={other.today}
        className={other.channels.length > 1 ? undefined : 'sm:col-span-2'}
        defaultValue={view.date ?? ''}
      />
      {other.channels.length > 1 ? (
        <SelectField
          name="channel"
          id="times-channel"
          label={t('channel')}
          defaultValue={other.channel}
          options={other.channels.map((value) => ({ value, text: channels(value) }))}
        />
      ) : (
        <input type="hidden" name="channel" value={other.channel} />
      )}
      <Button type="submit" look="secondary" className="sm:col-span-2 sm:justify-self-start">
        {t('showTimes')}
      </Button>
    </form>
  );
}
