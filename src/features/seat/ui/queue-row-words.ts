import { useTranslations } from 'next-intl';
import type { SeatEntry } from '#journey/live-views.ts';
import { hasWaitingRoom } from '#journey/stages.ts';
import type { Presence } from '#shared/ui/presence-mark.tsx';
import { minutesBetween } from './use-server-minute.ts';

/** Somebody waits longer than agreed from here on. */
const lateMinutes = 5;
/** Whoever is away for longer has left, rather than lost the connection. */
export const reconnectingMinutes = 2;

/** What became of it; of a call or a visit that is over by the clock, that somebody has to say so. */
function endWords(
  t: ReturnType<typeof useTranslations<'seat.queue'>>,
  entry: SeatEntry,
  now: number,
): string {
  const { state, channel, endAt } = entry;
  if (state === 'expected') return !hasWaitingRoom(channel) && now >= endAt ? t('toClose') : '';
  if (state === 'missed' && channel === 'phone') return t('states.notReached');
  return state === 'waiting' || state === 'away' || state === 'admitted' ? '' : t(`states.${state}`);
}

export type RowWords = {
  readonly presence: Presence;
  readonly presenceText: string;
  readonly waiting: string;
  readonly tone: 'late' | 'lost' | undefined;
};

/** What a row of the queue says about its person's state, wherever the row stands. */
export function useRowWords(): (entry: SeatEntry, now: number, isNext: boolean, isOwn: boolean) => RowWords {
  const t = useTranslations('seat.queue');
  return (entry, now, isNext, isOwn) => {
    const { state, presentSince, awaySince, admittedAt, startAt, clerk, waitsByText, sentBack } = entry;
    if (state === 'waiting') {
      const presence = isNext ? 'next' : 'here';
      const since = sentBack?.at ?? presentSince ?? now;
      const minutes = minutesBetween(since, now);
      const late = minutesBetween(Math.max(startAt, presentSince ?? now), now);
      const isLate = late >= lateMinutes;
      return {
        presence,
        presenceText: t(`presence.${presence}`),
        waiting:
          sentBack === null
            ? t(isLate ? 'waitsLate' : 'waits', { minutes, late })
            : t('waitsAgain', { minutes }),
        tone: isLate ? 'late' : undefined,
      };
    }
    const isGone =
      state === 'away' ||
      (isOwn && state === 'admitted' && presentSince === null && entry.channel !== 'phone');
    const awayMinutes = awaySince === null ? 0 : minutesBetween(awaySince, now);
    if ((state === 'away' || state === 'expected') && waitsByText !== null) {
      const presenceText = t(`presence.${waitsByText === 'told' ? 'texted' : 'byText'}`);
      return { presence: 'away', presenceText, waiting: presenceText, tone: undefined };
    }
    if (isGone && awayMinutes >= reconnectingMinutes) {
      const waiting = t('away', { minutes: awayMinutes });
      return { presence: 'away', presenceText: t('presence.gone'), waiting, tone: undefined };
    }
    if (isGone) {
      const presenceText = t('presence.reconnecting');
      return { presence: 'reconnecting', presenceText, waiting: t('reconnecting'), tone: 'lost' };
    }
    if (state === 'admitted') {
      const waiting = isOwn
        ? t('inCall', { minutes: minutesBetween(admittedAt ?? now, now) })
        : t('withColleague', { name: clerk?.name ?? '' });
      return { presence: 'here', presenceText: t('presence.inCall'), waiting, tone: undefined };
    }
    const waiting = endWords(t, entry, now);
    return { presence: 'away', presenceText: t('presence.away'), waiting, tone: undefined };
  };
}
