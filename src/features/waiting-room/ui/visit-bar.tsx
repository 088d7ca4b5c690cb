'use client';

import { useTranslations } from 'next-intl';
import { ReconnectBar } from '#shared/ui/connection-bars.tsx';
import { useVisit } from './visit-context.ts';

/** Says at the top when the live connection is lost, and that the place is kept. */
export function VisitBar() {
  const { connection } = useVisit();
  const t = useTranslations('waitingRoom');
  return (
    <ReconnectBar
      connected={connection !== 'lost'}
      lost={{ title: t('lost.title'), text: t('lost.text') }}
      back={{ title: t('back.title'), text: t('back.text') }}
    />
  );
}
