'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { SeatView } from '#journey/live-views.ts';
import { usePageTitle } from '#shared/ui/use-page-title.ts';
import { playArrival, readySound } from './arrival-sound.ts';
import { newArrivals } from './queue-sections.ts';
import { useSeatPlace } from './seat-place.tsx';

export type AlertChoices = { readonly sound: boolean; readonly desktop: boolean };

/**
 * Tells that somebody arrived: by sound (not during a conversation, where the citizen would hear it), by a notification without a
 * name, in the page's title, and in words for who cannot see the list.
 * @returns the words of the newest arrivals
 */
export function useArrivals(view: SeatView, { sound, desktop }: AlertChoices): string {
  const t = useTranslations('seat');
  const before = useRef(view);
  const [words, setWords] = useState('');
  const waiting = view.entries.filter(({ state }) => state === 'waiting').length;
  const isSpeaking = view.current !== null;
  const { organisationName } = useSeatPlace();

  useEffect(() => {
    const arrived = newArrivals(before.current, view);
    before.current = view;
    if (arrived.length === 0) return;
    setWords(arrived.map(({ citizenName }) => t('queue.arrived', { name: citizenName })).join(' '));
    if (sound && view.current === null) playArrival();
    if (desktop && document.hidden && Notification.permission === 'granted') {
      const body = t('alerts.notificationText', { count: waiting });
      new Notification(t('alerts.notificationTitle'), { body, tag: 'waiting-room', silent: true });
    }
  }, [view, sound, desktop, waiting, t]);

  const title = isSpeaking ? t('documentTitleCall') : t('documentTitle');
  const counted = waiting === 0 ? title : t('countedTitle', { count: waiting, title });
  usePageTitle(`${counted}, ${organisationName}`);

  useEffect(() => {
    addEventListener('click', readySound, { once: true });
    addEventListener('keyup', readySound, { once: true });
    return () => {
      removeEventListener('click', readySound);
      removeEventListener('keyup', readySound);
    };
  }, []);

  return words;
}
