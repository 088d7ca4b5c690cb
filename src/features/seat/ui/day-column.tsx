'use client';

import { useTranslations } from 'next-intl';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { capitalise, formatClock, formatDay } from '#shared/i18n/format-moment.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconCheck } from '#shared/ui/icons/check.ts';
import { iconUserRoundX } from '#shared/ui/icons/user-round-x.ts';
import { Timeline, type TimelineItem } from '#shared/ui/timeline.tsx';
import { Colleagues } from './colleagues.tsx';
import { channelIcons } from './dossier-head.tsx';
import { useMark } from './message-glyph.tsx';
import { useLocalized, useMomentStyle, useNameOf, useSeatPlace } from './seat-place.tsx';

const hourMinutes = 60;

/** The day of this seat from top to bottom. Minutes are counted from the first moment of the day, so that the nights on which clocks change stay right. */
export function DayColumn({ view, now }: { view: SeatView; now: number }) {
  const t = useTranslations('seat.day');
  const style = useMomentStyle();
  const { seatId } = useSeatPlace();
  const toItem = useTimelineItem(view, now);
  const minuteOf = (at: number) => Math.floor((at - view.day.startAt) / 60_000);
  const planned = view.entries.filter((entry) => entry.seatId === seatId && entry.state !== 'cancelled');
  const nowMinute = minuteOf(now);
  const starts = [nowMinute, ...planned.map(({ startAt }) => minuteOf(startAt))];
  const ends = [nowMinute, ...planned.map(({ endAt }) => minuteOf(endAt))];
  const fromMinute = Math.floor((Math.min(...starts) - 10) / hourMinutes) * hourMinutes;
  const toMinute = Math.ceil((Math.max(...ends) + 10) / hourMinutes) * hourMinutes;
  const hours = Array.from({ length: (toMinute - fromMinute) / hourMinutes + 1 }, (_, index) => {
    const minute = fromMinute + index * hourMinutes;
    return { minute, text: formatClock(view.day.startAt + minute * 60_000, style) };
  });
  return (
    <>
      <h2 className="px-4 pt-3 pb-2">{capitalise(formatDay(now, style), style.language)}</h2>
      {planned.length === 0 ? (
        <div className="px-4">
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        </div>
      ) : (
        <Timeline
          items={planned.map(toItem)}
          fromMinute={fromMinute}
          toMinute={toMinute}
          hours={hours}
          now={{ minute: nowMinute, text: t('now') }}
        />
      )}
      <Colleagues view={view} />
    </>
  );
}

function useTimelineItem(view: SeatView, now: number): (entry: SeatEntry) => TimelineItem {
  const t = useTranslations('seat.day');
  const style = useMomentStyle();
  const localized = useLocalized();
  const markOf = useMark();
  const nameOf = useNameOf();
  return (entry) => {
    const { startAt, endAt, state } = entry;
    const isOver = state === 'ended' || state === 'missed';
    const isNow = view.current?.appointmentId === entry.appointmentId || (startAt <= now && now < endAt);
    // Without a conversation here, a clerk said that the call or the visit took place.
    const done = state === 'ended' && (entry.admittedAt !== null || entry.conversationId === null);
    return {
      key: entry.appointmentId,
      startMinute: (startAt - view.day.startAt) / 60_000,
      endMinute: (endAt - view.day.startAt) / 60_000,
      kind: isOver ? 'done' : isNow ? 'current' : 'coming',
      icon: done ? iconCheck : isOver ? iconUserRoundX : channelIcons[entry.channel],
      title: nameOf(entry),
      mark: markOf(entry) ?? undefined,
      detail:
        state === 'missed'
          ? t(entry.channel === 'phone' ? 'notReached' : 'missed')
          : entry.services.map(localized).join(', '),
      timeText: t('timeRange', { from: formatClock(startAt, style), until: formatClock(endAt, style) }),
    };
  };
}
