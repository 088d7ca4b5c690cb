'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { SeatView } from '#journey/live-views.ts';
import { type AlertChoices, type AlertKind, alertKinds } from '../alert-kinds.ts';
import { newAlerts, signsOf } from './alert-signs.ts';
import { playTone, readySound } from './alert-sound.ts';
import { newArrivals } from './queue-sections.ts';
import { useSeatPlace } from './seat-place.tsx';
import { useSoundingTab } from './use-sounding-tab.ts';

/**
 * Tells what happens at the seat in the way that the clerk chose: by a tone (in a conversation only for who dropped out of it: the others
 * would hear it), by a notification that names nobody, and always in words for who cannot see the list. A seat that pauses or is closed
 * keeps silent.
 * @returns the words of the newest arrivals
 */
export function useAlerts(view: SeatView, now: number, choices: AlertChoices): string {
  const t = useTranslations('seatAlerts');
  const seat = useTranslations('seat.queue');
  const { clerkId } = useSeatPlace();
  const isSoundingTab = useSoundingTab();
  const before = useRef({ view, signs: signsOf(view, clerkId, now) });
  const [words, setWords] = useState('');

  useEffect(() => {
    const signs = signsOf(view, clerkId, now);
    const arrived = newArrivals(before.current.view, view);
    const news = newAlerts(before.current.signs, signs, alertKinds);
    before.current = { view, signs };
    if (arrived.length > 0)
      setWords(arrived.map(({ citizenName }) => seat('arrived', { name: citizenName })).join(' '));
    if (view.availability.state !== 'open' || !isSoundingTab.current) return;
    sound(news, choices, view.current !== null);
    for (const kind of news.filter((each) => choices.kinds[each].desktop)) {
      const count = signs.filter((sign) => sign.kind === kind && !sign.isQuiet).length;
      notify(kind, t('notificationTitle'), t(`notifications.${kind}`, { count }));
    }
  }, [view, now, choices, clerkId, isSoundingTab, t, seat]);

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

/** One tone at a time: of the most urgent that has one. */
function sound(news: readonly AlertKind[], { kinds, volume }: AlertChoices, isSpeaking: boolean): void {
  const audible = isSpeaking ? news.filter((kind) => kind === 'callTrouble') : news;
  const tone = audible.map((kind) => kinds[kind].tone).find((each) => each !== null);
  if (tone) playTone(tone, volume);
}

/** Only while the clerk looks at something else. It may stand on a locked screen: it names nobody. */
function notify(kind: AlertKind, title: string, body: string): void {
  if (document.hasFocus() && !document.hidden) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(title, { body, tag: `balie ${kind}`, silent: true });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}
