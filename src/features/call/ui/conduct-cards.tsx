'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Misconduct } from '#journey/misconduct.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconTriangleExclamationPoint } from '#shared/ui/icons/triangle-exclamation-point.ts';
import { iconVideoOff } from '#shared/ui/icons/video-off.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { sendWarningRead } from './ask-server.ts';

/** The clerk's warning, until one says to have read it. */
export function WarningCard({
  reference,
  kind,
  name,
}: {
  reference: string;
  kind: Misconduct;
  name: string;
}) {
  const t = useTranslations('conduct.visitor');
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const understand = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailed(!(await sendWarningRead(reference)));
    setBusy(false);
  };
  return (
    <section role="alert">
      <Notice kind="warn" icon={iconTriangleExclamationPoint} title={t('warning', { name })} heading="h2">
        {t(`warnings.${kind}`)}
      </Notice>
      <div className="mt-4 grid justify-items-start gap-3">
        <Button busy={isBusy} busyText={t('busy')} onClick={() => void understand()}>
          {t('understood')}
        </Button>
        {failed && <Notice kind="danger">{t('problem')}</Notice>}
        <ComplaintLink reference={reference} />
      </div>
    </section>
  );
}

/** That one is not seen any more, and why. */
export function PictureStoppedNotice({ kind }: { kind: Misconduct | null }) {
  const t = useTranslations('conduct.visitor');
  return (
    <div role="status" className="contents">
      {kind !== null && (
        <Notice kind="warn" icon={iconVideoOff} title={t('stopped')}>
          {t(`because.${kind}`)} {t('soundGoesOn')}
        </Notice>
      )}
    </div>
  );
}

/** The way for who is not content with how they are treated; beside the conversation, which goes on. */
export function ComplaintLink({ reference }: { reference: string }) {
  const t = useTranslations('conduct.visitor');
  return (
    <p>
      <a href={`/a/${encodeURIComponent(reference)}/complaint`} target="_blank" rel="noopener">
        {t('complain')}
      </a>
    </p>
  );
}
