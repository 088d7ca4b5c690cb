'use client';

import { useTranslations } from 'next-intl';
import { HoldClock as Clock } from '#shared/ui/hold-clock.tsx';
import { iconHourglass } from '#shared/ui/icon-shapes.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { BookingState } from '../booking-state.ts';

/** How long the chosen time is kept while somebody fills in the form. */
export function HoldClock({ hold }: { hold: BookingState['hold'] }) {
  const t = useTranslations('booking.hold');
  const common = useTranslations('common');
  return (
    <Clock
      hold={hold}
      words={{
        kept: (until) => t('kept', { until }),
        left: (minutes) => t('left', { minutes }),
        over: t('over'),
      }}
      keep={(isOver) => (
        <SubmitButton
          name="intent"
          value="prolong"
          look="underlined"
          icon={iconHourglass}
          busyText={common('busy')}
        >
          {isOver ? t('again') : t('prolong')}
        </SubmitButton>
      )}
    />
  );
}
