'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { RequestId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { longestReason } from '../longest-reason.ts';
import { sendToRequest } from './send-to-request.ts';

/** The name is another than the appointment's: is it who the clerk talks with, and how do they know? */
export function JudgeName({ requestId }: { readonly requestId: RequestId }) {
  const t = useTranslations('identity.judge');
  const [isSamePerson, choose] = useState<boolean | null>(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="secondary" onClick={() => choose(true)}>
        {t('same')}
      </Button>
      <Button look="secondary" onClick={() => choose(false)}>
        {t('other')}
      </Button>
      {isSamePerson !== null && (
        <JudgeDialog requestId={requestId} isSamePerson={isSamePerson} onClose={() => choose(null)} />
      )}
    </div>
  );
}

type JudgeDialogProps = {
  readonly requestId: RequestId;
  readonly isSamePerson: boolean;
  readonly onClose: () => void;
};

function JudgeDialog({ requestId, isSamePerson, onClose }: JudgeDialogProps) {
  const t = useTranslations('identity.judge');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'reasonMissing' | 'problem' | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const because = String(new FormData(event.currentTarget).get('because') ?? '').trim();
    if (because === '') return setProblem('reasonMissing');
    setBusy(true);
    const answer = await sendToRequest(requestId, 'judge', { isSamePerson, because });
    setBusy(false);
    if (answer !== null) onClose();
    else setProblem('problem');
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(isSamePerson ? 'same' : 'other')}
      closeText={t('cancel')}
      actions={
        <>
          <Button type="submit" form="judge" busy={busy} busyText={t('busy')}>
            {t('save')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id="judge" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <TextArea
          name="because"
          label={t('because')}
          hint={t('hint')}
          rows={3}
          maxLength={longestReason}
          error={problem === 'reasonMissing' ? t('reasonMissing') : undefined}
        />
        <div role="alert" className="empty:hidden">
          {problem === 'problem' && <Notice kind="danger">{t('problem')}</Notice>}
        </div>
      </form>
    </Dialog>
  );
}
