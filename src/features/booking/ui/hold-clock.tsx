'use client';

import { useTranslations } from 'next-intl';
import { HoldClock as Clock } from '#shared/ui/hold-clock.tsx';
import { ProlongButton } from '#shared/ui/prolong-button.tsx';
import type { BookingState } from '../booking-state.ts';

const buttons = { running: 'prolong', over: 'again', none: 'keep' } as const;

/** How long the chosen time is kept while somebody fills in the form. */
export function HoldClock({ hold }: { hold: BookingState['hold'] }) {
  const t = useTranslations('booking.hold');
  return (
    <Clock
      hold={hold}
      words={{
        kept: (until) => t('kept', { until }),
        left: (minutes) => t('left', { minutes }),
        over: t('over'),
        notKept: t('notKept'),
      }}
      keep={(stage) => <ProlongButton>{t(buttons[stage])}</ProlongButton>}
    />
  );
}
