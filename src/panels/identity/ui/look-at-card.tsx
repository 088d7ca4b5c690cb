'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { RequestId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { longestName, lookMeans } from '../look-means.ts';

type LookAtCardProps = {
  readonly requestId: RequestId;
  /** In which the appointment is. */
  readonly citizenName: string;
};

/** The clerk records to have seen a card, or heard control questions answered, and reads what little that proves. */
export function LookAtCard({ requestId, citizenName }: LookAtCardProps) {
  const t = useTranslations('identity.look');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className="mt-1.5">
        <Button look="secondary" icon={iconIdCard} onClick={() => setOpen(true)}>
          {t('action')}
        </Button>
      </p>
      {isOpen && (
        <LookDialog requestId={requestId} citizenName={citizenName} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function LookDialog({ requestId, citizenName, onClose }: LookAtCardProps & { readonly onClose: () => void }) {
  const t = useTranslations('identity.look');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'nameMissing' | 'problem' | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name') ?? '').trim();
    if (name === '') return setProblem('nameMissing');
    setBusy(true);
    const worked = await sendLook(requestId, { means: String(form.get('means') ?? 'card'), name });
    setBusy(false);
    if (worked) onClose();
    else setProblem('problem');
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      closeText={t('cancel')}
      actions={
        <>
          <Button type="submit" form="look" icon={iconIdCard} busy={busy} busyText={t('busy')}>
            {t('save')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id="look" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <Notice kind="warn">{t('text')}</Notice>
        <ChoiceField
          name="means"
          label={t('means')}
          defaultValue="card"
          choices={lookMeans.map((value) => ({ value, label: t(value) }))}
        />
        <TextField
          name="name"
          label={t('name')}
          defaultValue={citizenName}
          maxLength={longestName}
          error={problem === 'nameMissing' ? t('nameMissing') : undefined}
        />
        <div role="alert" className="empty:hidden">
          {problem === 'problem' && <Notice kind="danger">{t('problem')}</Notice>}
        </div>
      </form>
    </Dialog>
  );
}

/** @returns whether it was kept */
async function sendLook(id: RequestId, seen: { means: string; name: string }): Promise<boolean> {
  try {
    const response = await fetch(`/api/seat/requests/${id}/look`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(seen),
    });
    return response.ok;
  } catch {
    return false;
  }
}
