'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { askPhone } from './seat-requests.ts';

/** The one button of an appointment by telephone: from then on it is a conversation like any other. The live view shows it. */
export function OpenPhone({ appointmentId }: { appointmentId: AppointmentId }) {
  const t = useTranslations('seat.dossier.byPhone');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const open = async () => {
    setBusy(true);
    setFailed(!(await askPhone(appointmentId)).ok);
    setBusy(false);
  };
  return (
    <>
      <p>
        <Button icon={iconPhone} busy={busy} busyText={t('busy')} onClick={() => void open()}>
          {t('open')}
        </Button>
      </p>
      <div role="alert">{failed && <Notice kind="warn">{t('failed')}</Notice>}</div>
    </>
  );
}
