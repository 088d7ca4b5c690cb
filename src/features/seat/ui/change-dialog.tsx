'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { SeatEntry } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { DayTimeChoice } from '#shared/ui/day-time-choice.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconPhone, iconUserRound, iconVideo } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { RadioTiles } from '#shared/ui/radio-tiles.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { ChangeChannel, FreeDays } from '../change-answers.ts';
import { useMomentStyle } from './seat-place.tsx';
import { askOtherTimes, sendChange } from './seat-requests.ts';

const channels = ['video', 'phone', 'counter'] as const;
const icons = { video: iconVideo, phone: iconPhone, counter: iconUserRound };

type ChangeDialogProps = {
  readonly entry: SeatEntry;
  /** Nobody knows a number: a call needs one. */
  readonly hasPhone: boolean;
  readonly onClose: () => void;
};

/** Another time, another channel, or both; the time that it has stands ready where it still fits. */
export function ChangeDialog({ entry, hasPhone, onClose }: ChangeDialogProps) {
  const t = useTranslations('seat.change');
  const [channel, setChannel] = useState<ChangeChannel>(entry.channel === 'chat' ? 'video' : entry.channel);
  const [wanted, setWanted] = useState<Wanted>({ date: null, startAt: entry.startAt });
  const [phone, setPhone] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const times = useOtherTimes(entry, channel, round);
  const chosen = choose(times, wanted);
  const isSame = chosen.startAt === entry.startAt && channel === entry.channel;

  const submit = async () => {
    if (busy) return;
    if (chosen.startAt === null || isSame) return setProblem(isSame ? 'nothing' : 'noTimes');
    setBusy(true);
    const typed = channel === 'phone' && !hasPhone ? phone : null;
    const answer = await sendChange(entry.appointmentId, { startAt: chosen.startAt, channel, phone: typed });
    setBusy(false);
    if (answer.ok) return onClose();
    setProblem(answer.refusal.code);
    setRound((before) => before + 1);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      width="wide"
      title={t('title', { name: entry.citizenName })}
      closeText={t('close')}
      actions={
        <>
          <Button busy={busy} busyText={t('busy')} onClick={() => void submit()}>
            {t('confirm')}
          </Button>
          <Button look="underlined" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
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
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
        )}
        <Times times={times} chosen={chosen} onChange={setWanted} />
      </div>
    </Dialog>
  );
}

type Wanted = { readonly date: string | null; readonly startAt: number | null };
type TimesState = FreeDays['days'] | 'loading' | 'failed';

function Times({
  times,
  chosen,
  onChange,
}: {
  times: TimesState;
  chosen: Wanted;
  onChange: (wanted: Wanted) => void;
}) {
  const t = useTranslations('seat.change');
  const style = useMomentStyle();
  if (times === 'loading') return <Skeleton label={t('loading')} />;
  if (times === 'failed') return <Notice kind="danger">{t('problems.unexpected')}</Notice>;
  if (times.length === 0) return <Notice kind="warn">{t('problems.noTimes')}</Notice>;
  return (
    <DayTimeChoice
      days={times}
      {...chosen}
      onDateChange={(date) => onChange({ date, startAt: null })}
      onStartAtChange={(startAt) => onChange({ date: chosen.date, startAt })}
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

/** @param round another number reads once more */
function useOtherTimes({ appointmentId }: SeatEntry, channel: ChangeChannel, round: number): TimesState {
  const key = `${appointmentId} ${channel} ${round}`;
  const [answer, setAnswer] = useState<{ key: string; times: TimesState }>({ key: '', times: 'loading' });
  useEffect(() => {
    const leaving = new AbortController();
    void askOtherTimes(appointmentId, channel, leaving.signal).then((said) => {
      if (!leaving.signal.aborted) setAnswer({ key, times: said.ok ? said.value.days : 'failed' });
    });
    return () => leaving.abort();
  }, [appointmentId, channel, key]);
  return answer.key === key ? answer.times : 'loading';
}

/** The wanted time when it is free; else the first of its day, and the first day. */
function choose(times: TimesState, wanted: Wanted): Wanted {
  if (typeof times === 'string') return { date: null, startAt: null };
  const day =
    times.find(({ date }) => date === wanted.date) ??
    times.find((each) => each.times.includes(wanted.startAt ?? -1)) ??
    times[0];
  if (day === undefined) return { date: null, startAt: null };
  const startAt = day.times.find((time) => time === wanted.startAt) ?? day.times[0] ?? null;
  return { date: day.date, startAt };
}

const problems = [
  'nothing',
  'noTimes',
  'tooLate',
  'timeTaken',
  'timeNotOffered',
  'phoneMissing',
  'phoneWrong',
] as const;

function knownProblem(code: string) {
  return problems.find((known) => known === code) ?? 'unexpected';
}
