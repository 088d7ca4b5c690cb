'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { iconVideoOff } from '#shared/ui/icons/video-off.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { DeviceProblem } from './open-devices.ts';
import { PermissionHelp } from './permission-help.tsx';
import { useRepairedPermission } from './use-media-permission.ts';

/**
 * Camera or microphone did not open: what is the matter, how to repair it in this browser, and another try. Where they are allowed in the
 * browser's settings meanwhile, it is tried by itself.
 */
export function DeviceHelp({ problem, onRetry }: { problem: DeviceProblem; onRetry: () => void }) {
  const t = useTranslations('media');
  const isRefused = problem === 'refused';
  useRepairedPermission(onRetry);
  return (
    <Notice kind="warn" icon={iconVideoOff} role="alert" title={t(`problems.${problem}`)}>
      {isRefused ? (
        <>
          <PermissionHelp moment="repair" />
          <span className="mt-3 block">{t('withoutCamera')}</span>
        </>
      ) : (
        t(`remedies.${problem}`)
      )}
      <Button look="secondary" className="mt-3 w-full sm:w-auto" onClick={onRetry}>
        {t('retry')}
      </Button>
    </Notice>
  );
}
