'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Checklist } from '#shared/ui/checklist.tsx';

/** What was done about one appointment. Times are epoch milliseconds. */
export type DoneLine = {
  readonly id: string;
  readonly citizenName: string;
  readonly startAt: number;
  readonly isUnreachable: boolean;
  readonly done:
    | { readonly kind: 'sameTime'; readonly seatName: string }
    | { readonly kind: 'moved' | 'byPhone'; readonly startAt: number }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'notDone' };
};

/** Who has which time now, and who has to be told by a person. */
export function DoneLines({ lines }: { lines: readonly DoneLine[] }) {
  const t = useTranslations('absence.done');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const when = (at: number) => formatNearMoment(at, style);
  const wordsOf = ({ done, isUnreachable }: DoneLine) => {
    if (done.kind === 'sameTime') return t('sameTime', { seat: done.seatName });
    if (done.kind === 'notDone') return t('notDone');
    const what =
      done.kind === 'cancelled' ? t('cancelled') : t(`${done.kind}`, { moment: when(done.startAt) });
    return `${what} ${isUnreachable ? t('callThem') : t('told')}`;
  };
  return (
    <Checklist
      heading="h3"
      items={lines.map((line) => ({
        key: line.id,
        title: `${line.citizenName}, ${when(line.startAt)}`,
        detail: wordsOf(line),
        state: line.done.kind === 'notDone' ? 'failed' : 'done',
      }))}
    />
  );
}
