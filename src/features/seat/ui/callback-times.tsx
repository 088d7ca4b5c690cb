import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import type { CallbackId } from '#journey/ids.ts';
import { capitalise, formatDay, formatTime } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { useMomentStyle } from './seat-place.tsx';
import { askCallWindows } from './seat-requests.ts';

type Window = { readonly startAt: number; readonly endAt: number };
type Props = { readonly id: CallbackId; readonly onChosen: (untilAt: number) => Promise<void> };

/** When else to call, of the parts of days in which the team's telephone is open. */
export function CallbackTimes({ id, onChosen }: Props) {
  const t = useTranslations('seat.calls.callbacks');
  const style = useMomentStyle();
  const [windows, setWindows] = useState<readonly Window[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void askCallWindows(id).then((answer) => {
      if (!isGone) setWindows(answer.ok ? answer.value : []);
    });
    return () => {
      isGone = true;
    };
  }, [id]);
  if (windows === null) return null;
  if (windows.length === 0) return <p className="sm:col-span-2">{t('noTimes')}</p>;
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onChosen(Number(new FormData(event.currentTarget).get('untilAt')));
  };
  return (
    <form onSubmit={choose} className="flex flex-wrap items-end gap-3 sm:col-span-2">
      <SelectField
        name="untilAt"
        id={`times-${id}`}
        label={t('when')}
        options={windows.map(({ startAt, endAt }) => ({
          value: String(endAt),
          text: capitalise(
            t('window', {
              day: formatDay(startAt, style),
              from: formatTime(startAt, style),
              until: formatTime(endAt, style),
            }),
            style.language,
          ),
        }))}
      />
      <Button type="submit">{t('keep')}</Button>
    </form>
  );
}
