import { getTranslations } from 'next-intl/server';
import type { HitWords } from '#features/administration/edit-state.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { currentReader } from '../../../current-reader.ts';
import { editWords } from '../edit-words.ts';
import { readOtherTimes } from './other-times.ts';
import { sendMove } from './send-move.ts';
import { type UnfitPart, unfitHref } from './unfit-request.ts';

type MoveUnfitProps = {
  readonly actor: StaffActor;
  readonly hit: HitWords;
  /** Of the list, to come back to. */
  readonly part: UnfitPart;
};

/** The column in which an appointment gets another time. */
export async function MoveUnfit({ actor, hit, part }: MoveUnfitProps) {
  const [t, words, { style, language }, times] = await Promise.all([
    getTranslations('admin.unfit'),
    editWords(),
    currentReader(),
    readOtherTimes(actor, hit.key as AppointmentId),
  ]);
  return (
    <>
      <p className="text-ink-2">{hit.reference}</p>
      <h2 className="mb-1 text-[1.25rem] leading-7">{t('moveOf', { name: hit.name })}</h2>
      <p className="mb-4 text-ink-2">{t('told')}</p>
      {times.length === 0 ? (
        <p>{t('noTimes')}</p>
      ) : (
        <EditForm
          key={hit.key}
          action={sendMove}
          cancelHref={unfitHref(part)}
          words={{ ...words, save: t('move') }}
          groups={[
            {
              key: 'time',
              fields: [
                { kind: 'hidden', name: 'appointment', value: hit.key },
                { kind: 'hidden', name: 'back', value: unfitHref(part) },
                {
                  kind: 'select',
                  name: 'moment',
                  label: t('newTime'),
                  value: String(times[0]),
                  options: times.map((startAt) => ({
                    value: String(startAt),
                    text: capitalise(formatNearMoment(startAt, style), language),
                  })),
                },
              ],
            },
          ]}
        />
      )}
    </>
  );
}
