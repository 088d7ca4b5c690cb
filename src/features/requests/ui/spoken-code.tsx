'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppointmentId, RequestId } from '#journey/ids.ts';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { MadeCode } from '../make-spoken-code.ts';
import { askCode, type RequestProblem } from './seat-request-calls.ts';

type SpokenCodeProps = {
  readonly appointmentId: AppointmentId;
  readonly requestId: RequestId;
  readonly style: MomentStyle;
};

/** Six digits that bring who is on the telephone to this request: shown to the clerk once, in two groups, as one says them. */
export function SpokenCode({ appointmentId, requestId, style }: SpokenCodeProps) {
  const t = useTranslations('seatRequests');
  const [made, setMade] = useState<MadeCode | null>(null);
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await askCode(appointmentId, requestId);
    setBusy(false);
    setMade(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <div className="mt-1.5">
      <Button
        look="secondary"
        icon={iconMessageSquareText}
        busy={busy}
        busyText={t('busy')}
        onClick={() => void ask()}
      >
        {t('code.say')}
      </Button>
      <div role="status" className="mt-2 empty:hidden">
        {made && (
          <>
            <p>{t('code.text', { place: `${location.host}/code` })}</p>
            <p className="code text-[1.5rem] leading-9 font-bold">
              {made.code.slice(0, 3)} {made.code.slice(3)}
            </p>
            <p className="text-small text-ink-2">
              {t('code.until', { time: formatTime(made.expiresAt, style) })}
            </p>
          </>
        )}
        {problem && <Notice kind="warn">{t(`problems.${problem}`)}</Notice>}
      </div>
    </div>
  );
}
