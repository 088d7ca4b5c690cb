'use client';

import { useTranslations } from 'next-intl';
import type { SeatEntry } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { DayTimeChoice } from '#shared/ui/day-time-choice.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { RadioTiles } from '#shared/ui/radio-tiles.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { ChangeChannel } from '../change-answers.ts';
import { useMomentStyle } from './seat-place.tsx';
import { type Change, useChange } from './use-change.ts';

const channels = ['video', 'phone', 'counter'] as const;
const icons = { video: iconVideo, phone: iconPhone, counter: iconUserRound };

type ChangeDialogProps = {
  readonly entry: SeatEntry;
  /** A number is known; without one, a call needs it. */
  readonly hasPhone: boolean;
  readonly onClose: () => void;
};

/** Another time, another channel, or both; the time that it has stands ready where it still fits. */
export function ChangeDialog({ entry, hasPhone, onClose }: ChangeDialogProps) {
  const t = useTranslations('seat.change');
  const change = useChange(entry, hasPhone, onClose);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      width="wide"
      title={t('title', { name: entry.citizenName })}
      closeText={t('close')}
      actions={
        <>
          <Button busy={change.busy} busyText={t('busy')} onClick={change.submit}>
            {t('confirm')}
          </Button>
          <Button look="underlined" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <ChangeFields change={change} hasPhone={hasPhone} />
    </Dialog>
  );
}

function ChangeFields({ change, hasPhone }: { change: Change; hasPhone: boolean }) {
  const t = useTranslations('seat.change');
  const { channel, setChannel, problem } = change;
  return (
    <div className="grid gap-4">
      <div role="alert" className="empty:hidden">
        {problem !== null && <Notice kind="warn">{t(`problems.${knownProblem(problem)}`)}</Notice>}
      </div>
      <RadioTiles
        name="channel"
        legend={t('channel')}
        value={channel}
        onChange={(value) => setChannel(value as ChangeChannel)}
        tiles={channels.map((value) => ({ value, text: t(`channels.${value}`), icon: icons[value] }))}
      />
      {channel === 'phone' && !hasPhone && (
        <TextField
          name="phone"
          type="tel"
          label={t('phone')}
          width="half"
          value={change.phone}
          onChange={(event) => change.setPhone(event.currentTarget.value)}
        />
      )}
      <Times change={change} />
    </div>
  );
}

function Times({ change: { times, chosen, setWanted } }: { change: Change }) {
  const t = useTranslations('seat.change');
  const style = useMomentStyle();
  if (times === 'loading') return <Skeleton label={t('loading')} />;
  if (times === 'failed') return <Notice kind="danger">{t('problems.unexpected')}</Notice>;
  if (times.length === 0) return <Notice kind="warn">{t('problems.noTimes')}</Notice>;
  return (
    <DayTimeChoice
      days={times}
      {...chosen}
      onDateChange={(date) => setWanted({ date, startAt: null })}
      onStartAtChange={(startAt) => setWanted({ date: chosen.date, startAt })}
      style={style}
      words={{
        day: t('day'),
        free: (count) => t('free', { count }),
        otherDay: t('otherDay'),
        later: t('later'),
        time: t('time'),
      }}
    />
  );
}

const problems = [
  ...(['nothing', 'noTimes', 'tooLate', 'timeTaken', 'timeNotOffered'] as const),
  ...(['phoneMissing', 'phoneWrong'] as const),
];

function knownProblem(code: string) {
  return problems.find((known) => known === code) ?? 'unexpected';
}
