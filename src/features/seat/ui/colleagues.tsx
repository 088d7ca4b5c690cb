'use client';

import { useTranslations } from 'next-intl';
import type { SeatView } from '#journey/live-views.ts';
import { formatClock } from '#shared/i18n/format-moment.ts';
import { PresenceMark } from '#shared/ui/presence-mark.tsx';
import { useAvailabilityWords } from './availability-words.ts';
import { useMomentStyle } from './seat-place.tsx';

/** Who else sits at the team's seats, and whether they receive people now. */
export function Colleagues({ view }: { view: SeatView }) {
  const t = useTranslations('availability');
  const style = useMomentStyle();
  const wordsOf = useAvailabilityWords();
  return (
    <section className="border-t border-line px-4 py-3">
      <h2>{t('colleagues.title')}</h2>
      {view.colleagues.length === 0 && <p className="text-ink-2">{t('colleagues.none')}</p>}
      <ul className="mt-1">
        {view.colleagues.map(({ seatId, seatName, clerk, availability, isSpeaking }) => {
          const { presence, text } = wordsOf(availability, isSpeaking);
          return (
            <li key={seatId} className="py-1">
              <PresenceMark presence={presence}>
                {clerk.name}
                <span className="block text-small text-ink-2">
                  {seatName},{' '}
                  {availability.state === 'open'
                    ? text
                    : t('since', { state: text, time: formatClock(availability.since, style) })}
                </span>
              </PresenceMark>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-small text-ink-2">{t('counted')}</p>
    </section>
  );
}
