'use client';

import { useTranslations } from 'next-intl';
import type { SeatView } from '#journey/live-views.ts';
import { usePageTitle } from '#shared/ui/use-page-title.ts';
import { overtimeMinutesOf } from './overtime.ts';
import { useSeatPlace } from './seat-place.tsx';

/** The title of the tab says what the seat is doing and how many wait. A screen that is shown no more says so itself. */
export function useSeatTitle(view: SeatView, now: number, isEnded: boolean): void {
  const t = useTranslations('seat');
  const { organisationName } = useSeatPlace();
  const waiting = view.entries.filter(({ state }) => state === 'waiting').length;
  const overtime = overtimeMinutesOf(view, now);
  const state = view.availability.state;
  const title =
    view.current !== null
      ? overtime > 0
        ? t('documentTitleLate', { minutes: overtime })
        : t('documentTitleCall')
      : state === 'open'
        ? t('documentTitle')
        : t(state === 'paused' ? 'documentTitlePaused' : 'documentTitleClosed');
  const counted = waiting === 0 ? title : t('countedTitle', { count: waiting, title });
  usePageTitle(isEnded ? null : `${counted}, ${organisationName}`);
}
