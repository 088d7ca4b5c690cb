'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { iconVideoOff } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { DeviceProblem } from './open-devices.ts';
import { useBrowserKind } from './use-browser-kind.ts';

/** Camera or microphone did not open: what is the matter, how to repair it in this browser, and another try. */
export function DeviceHelp({ problem, onRetry }: { problem: DeviceProblem; onRetry: () => void }) {
  const t = useTranslations('media');
  const browser = useBrowserKind();
  return (
    <Notice kind="warn" icon={iconVideoOff} role="alert" title={t(`problems.${problem}`)}>
      {problem === 'refused' ? `${t(`howTo.${browser}`)} ${t('soundToo')}` : t(`remedies.${problem}`)}
      <Button look="secondary" className="mt-3 w-full sm:w-auto" onClick={onRetry}>
        {t('retry')}
      </Button>
    </Notice>
  );
}
