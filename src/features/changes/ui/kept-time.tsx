'use client';

import { useTranslations } from 'next-intl';
import { type Hold, HoldClock } from '#shared/ui/hold-clock.tsx';
import { iconHourglass } from '#shared/ui/icon-shapes.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';

/** How long the new time is kept while somebody thinks it over. */
export function KeptTime({ hold }: { hold: Hold | 'over' | null }) {
  const [t, common] = [useTranslations('changes.confirm.hold'), useTranslations('common')];
  return (
    <HoldClock
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
