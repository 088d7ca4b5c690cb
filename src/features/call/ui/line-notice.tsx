'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { iconSignalLow } from '#shared/ui/icons/signal-low.ts';
import { iconVideoOff } from '#shared/ui/icons/video-off.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { CallSession, CallSnapshot } from './call-session.ts';

type LineNoticeProps = { session: CallSession | null; snapshot: CallSnapshot | null };

/** Why there is less picture than usual: the line does not carry it, or one wants none. */
export function LineNotice({ session, snapshot }: LineNoticeProps) {
  const t = useTranslations('call.line');
  const own = snapshot?.own;
  const hasPicture = own !== undefined && session?.own.choices().cameraOn === true;
  return (
    <div role="status" className="contents">
      {own?.soundOnly ? (
        <Notice
          kind="neutral"
          icon={iconVideoOff}
          title={t('soundOnly')}
          action={
            <Button look="secondary" onClick={() => void session?.own.setSoundOnly(false)}>
              {t('withPicture')}
            </Button>
          }
        />
      ) : (
        hasPicture &&
        own.line !== 'full' && <Notice kind="neutral" icon={iconSignalLow} title={t(`weak.${own.line}`)} />
      )}
    </div>
  );
}
