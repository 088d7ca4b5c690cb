'use client';

import { useTranslations } from 'next-intl';
import type { StreamConnection } from '#shared/live/follow-event-stream.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { ReconnectBar } from '#shared/ui/connection-bars.tsx';
import { iconRefreshCw } from '#shared/ui/icons/refresh-cw.ts';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { usePageTitle } from '#shared/ui/use-page-title.ts';

/** Whether what the screen shows is live. */
export function ConnectionBar({ connection }: { connection: StreamConnection }) {
  const t = useTranslations('seat.connection');
  return (
    <ReconnectBar
      connected={connection !== 'lost'}
      lost={{ title: t('lost.title'), text: t('lost.text') }}
      back={{ title: t('back.title'), text: t('back.text') }}
    />
  );
}

/** In place of everything, once the server shows this screen no more: whoever passes by reads nothing of anybody. */
export function SeatEnded() {
  const t = useTranslations('seat.connection.ended');
  usePageTitle(t('title'));
  return (
    <div role="alert">
      <SeatPage title={t('title')}>
        <p className="mt-3 max-w-text">{t('text')}</p>
        <p className="mt-5">
          <ButtonLink icon={iconRefreshCw} href="/seat">
            {t('action')}
          </ButtonLink>
        </p>
      </SeatPage>
    </div>
  );
}
