'use client';

import { useTranslations } from 'next-intl';
import { type Hold, HoldClock } from '#shared/ui/hold-clock.tsx';
import { ProlongButton } from '#shared/ui/prolong-button.tsx';

const buttons = { running: 'prolong', over: 'again', none: 'keep' } as const;

/** How long the new time is kept while somebody thinks it over. */
export function KeptTime({ hold }: { hold: Hold | 'over' | null }) {
  const t = useTranslations('changes.confirm.hold');
  return (
    <HoldClock
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
