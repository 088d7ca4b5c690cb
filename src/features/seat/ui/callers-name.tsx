'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { sendCallersName } from './seat-requests.ts';

/** Who telephones without appointment has no name until they say it: here the clerk writes it down. The live view shows it. */
export function CallersName({ appointmentId }: { appointmentId: AppointmentId }) {
  const t = useTranslations('seat.caller');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'nameWrong' | 'unexpected' | null>(null);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const name = String(new FormData(event.currentTarget).get('callersName') ?? '');
    setBusy(true);
    const answer = await sendCallersName(appointmentId, name);
    setBusy(false);
    setProblem(answer.ok ? null : answer.refusal.code === 'nameWrong' ? 'nameWrong' : 'unexpected');
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)} className="mb-4 grid gap-2">
      <TextField
        name="callersName"
        label={t('name')}
        hint={t('nameHint')}
        error={problem === null ? undefined : t(`problems.${problem}`)}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" look="secondary" busy={busy} busyText={t('busy')} className="w-fit">
        {t('keepName')}
      </Button>
    </form>
  );
}
