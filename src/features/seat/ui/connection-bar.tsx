'use client';

import { useTranslations } from 'next-intl';
import type { StreamConnection } from '#shared/live/follow-event-stream.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { ReconnectBar } from '#shared/ui/connection-bars.tsx';
import { iconRefreshCw } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';

/** Whether what the screen shows is live; and what to do when it is not the clerk's any more. */
export function ConnectionBar({ connection }: { connection: StreamConnection }) {
  const t = useTranslations('seat.connection');
  if (connection === 'ended') {
    const action = (
      <ButtonLink look="secondary" icon={iconRefreshCw} href="/seat">
        {t('ended.action')}
      </ButtonLink>
    );
    return (
      <Notice kind="warn" role="alert" title={t('ended.title')} action={action} className="rounded-none">
        {t('ended.text')}
      </Notice>
    );
  }
  return (
    <ReconnectBar
      connected={connection !== 'lost'}
      lost={{ title: t('lost.title'), text: t('lost.text') }}
      back={{ title: t('back.title'), text: t('back.text') }}
    />
  );
}
