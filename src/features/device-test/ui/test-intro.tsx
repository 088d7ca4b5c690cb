'use client';

import { useTranslations } from 'next-intl';
import { PermissionHelp } from '#shared/media/permission-help.tsx';
import { useMediaPermission } from '#shared/media/use-media-permission.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMic } from '#shared/ui/icons/mic.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { iconVolume2 } from '#shared/ui/icons/volume-2.ts';
import { Notice } from '#shared/ui/notice.tsx';

/** What will happen, before the browser asks anything. */
export function TestIntro({ onStart, phone }: { onStart: () => void; phone: string }) {
  const t = useTranslations('deviceTest.intro');
  const permission = useMediaPermission();
  const steps = [
    { icon: iconVideo, text: t('permission') },
    { icon: iconMic, text: t('speak') },
    { icon: iconVolume2, text: t('bell') },
    { icon: iconShieldCheck, text: t('private') },
  ];
  return (
    <>
      <p className="mt-3 text-lead">{t('lead')}</p>
      <noscript>
        <Notice kind="warn" className="mt-6">
          {t('noScript', { phone })}
        </Notice>
      </noscript>
      <Card list className="mt-6">
        <ul className="divide-y divide-line">
          {steps.map(({ icon, text }) => (
            <li key={text} className="flex gap-3.5 py-3.75">
              <Icon shape={icon} size={24} className="text-brand" />
              <span className="min-w-0">{text}</span>
            </li>
          ))}
        </ul>
      </Card>
      {permission === 'prompt' && (
        <div className="mt-4">
          <PermissionHelp moment="ask" />
        </div>
      )}
      <Button className="mt-6 w-full noscript:hidden sm:w-auto" onClick={onStart}>
        {t('start')}
      </Button>
    </>
  );
}
