'use client';

import { useTranslations } from 'next-intl';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useVisit } from './visit-context.ts';

/** On the device on which somebody goes on who proved on another one who they are: the number to choose there. */
export function DeviceMatchNotice({ number }: { readonly number: number | null }) {
  const t = useTranslations('waitingRoom.match');
  return (
    <div role="status" className="empty:hidden">
      {number !== null && (
        <Notice kind="info" icon={iconShieldCheck} heading="h2" title={t('title')}>
          <p>{t('text')}</p>
          <p className="code mt-1 text-[2.5rem] leading-12 font-bold">{number}</p>
        </Notice>
      )}
    </div>
  );
}

/** The same, of the visit around. */
export function OwnDeviceMatch() {
  return <DeviceMatchNotice number={useVisit().view.matchNumber} />;
}
