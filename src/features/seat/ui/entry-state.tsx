'use client';

import { useTranslations } from 'next-intl';
import type { SeatEntry } from '#journey/live-views.ts';
import { hasWaitingRoom } from '#journey/stages.ts';
import { formatDay, formatNearMoment, formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { telHref } from '#shared/tel-href.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconInfo } from '#shared/ui/icons/info.ts';
import { iconMapPin } from '#shared/ui/icons/map-pin.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconUserRoundX } from '#shared/ui/icons/user-round-x.ts';
import { iconWifiOff } from '#shared/ui/icons/wifi-off.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { Dossier } from '../dossier.ts';
import { reconnectingMinutes } from './queue-row-words.ts';
import { useLocalized, useMomentStyle } from './seat-place.tsx';
import { minutesBetween } from './use-server-minute.ts';

type Props = { readonly entry: SeatEntry; readonly now: number; readonly dossier: Dossier | null };

/** Where this person is now, in one sentence. */
export function EntryState({ entry, now, dossier }: Props) {
  const t = useTranslations('seat.dossier.states');
  const style = useMomentStyle();
  const time = (at: number | null | undefined) => (at == null ? '' : formatTime(at, style));
  switch (entry.state) {
    case 'expected':
      if (isUnclosed(entry, now, style))
        return (
          <Notice kind="warn">{t('unclosed', { moment: formatNearMoment(entry.startAt, style) })}</Notice>
        );
      if (entry.channel === 'phone' || entry.channel === 'counter')
        return <ComingOtherwise entry={entry} dossier={dossier} />;
      if (entry.waitsByText !== null) return <WaitsByText waits={entry.waitsByText} />;
      return now > entry.startAt ? (
        <Notice kind="warn">{t('late', { time: time(entry.startAt) })}</Notice>
      ) : (
        <Notice kind="neutral" icon={iconClock4}>
          {t('expected')}
        </Notice>
      );
    case 'waiting':
      return (
        <Notice kind="ok" icon={iconClock4}>
          {entry.sentBack === null
            ? t('waiting', { time: time(entry.presentSince) })
            : t(`again.${entry.sentBack.reason}`, { time: time(entry.sentBack.at) })}
        </Notice>
      );
    case 'away':
      if (entry.waitsByText !== null) return <WaitsByText waits={entry.waitsByText} />;
      return minutesBetween(entry.awaySince ?? now, now) >= reconnectingMinutes ? (
        <Notice kind="neutral" icon={iconClock4}>
          {t('gone', { time: time(entry.awaySince) })}
        </Notice>
      ) : (
        <Notice kind="danger" icon={iconWifiOff}>
          {t('away')}
        </Notice>
      );
    case 'admitted':
      return (
        <Notice kind="neutral" icon={iconInfo}>
          {t('admitted', { name: entry.clerk?.name ?? '', time: time(entry.admittedAt) })}
        </Notice>
      );
    case 'ended':
      return (
        <Notice kind="ok">
          {entry.conversationId === null ? t('tookPlace') : t('ended', { time: time(dossier?.endedAt) })}
        </Notice>
      );
    case 'missed':
      return (
        <Notice kind="neutral" icon={iconUserRoundX}>
          {t(entry.channel === 'phone' ? 'notReached' : 'missed')}
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice kind="neutral" icon={iconCalendarX}>
          {t('cancelled', {
            moment: dossier?.cancelledAt ? formatNearMoment(dossier.cancelledAt, style) : '',
          })}
        </Notice>
      );
  }
}

/** They left the page, and are called back to it by text. */
function WaitsByText({ waits }: { waits: NonNullable<SeatEntry['waitsByText']> }) {
  const t = useTranslations('seat.dossier.states');
  return (
    <Notice kind="neutral" icon={iconMessageSquare}>
      {t(waits === 'told' ? 'texted' : 'byText')}
    </Notice>
  );
}

/** Of a call or a visit of an earlier day somebody still has to say what became of it. */
function isUnclosed({ channel, startAt, endAt }: SeatEntry, now: number, style: MomentStyle): boolean {
  return !hasWaitingRoom(channel) && endAt < now && formatDay(startAt, style) !== formatDay(now, style);
}

/** Whom to call, or who comes to the counter: there is no waiting room for these. */
function ComingOtherwise({ entry, dossier }: Pick<Props, 'entry' | 'dossier'>) {
  const t = useTranslations('seat.dossier.states');
  const style = useMomentStyle();
  const localized = useLocalized();
  const at = formatTime(entry.startAt, style);
  if (entry.channel === 'phone')
    return (
      <Notice kind="info" icon={iconPhone} title={t('call', { time: at })}>
        {dossier?.phone ? <a href={telHref(dossier.phone.number)}>{dossier.phone.text}</a> : t('noNumber')}
      </Notice>
    );
  const place = dossier?.location ? `${localized(dossier.location.name)}, ${dossier.location.address}` : '';
  return (
    <Notice kind="info" icon={iconMapPin} title={t('comes', { time: at })}>
      {place}
    </Notice>
  );
}
