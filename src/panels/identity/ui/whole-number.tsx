'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import type { RequestId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconEye } from '#shared/ui/icons/eye.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { numberReasons } from '../number-reasons.ts';
import { sendToRequest } from './send-to-request.ts';

const shownMilliseconds = 60_000;

/** The whole national number, for a minute, for who says why. */
export function WholeNumber({ requestId }: { readonly requestId: RequestId }) {
  const t = useTranslations('identity.number');
  const [digits, show] = useState<string | null>(null);
  const [isAsking, ask] = useState(false);
  useEffect(() => {
    if (digits === null) return;
    const timer = setTimeout(() => show(null), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [digits]);
  return (
    <>
      <div role="status" className="empty:hidden">
        {digits !== null && (
          <>
            <p className="code text-h3">{digits}</p>
            <p className="text-small text-ink-2">{t('hides')}</p>
          </>
        )}
      </div>
      <p>
        <Button look="underlined" icon={iconEye} onClick={() => (digits === null ? ask(true) : show(null))}>
          {t(digits === null ? 'open' : 'hide')}
        </Button>
      </p>
      {isAsking && (
        <ReasonDialog
          requestId={requestId}
          onClose={() => ask(false)}
          onShow={(number) => {
            ask(false);
            show(number);
          }}
        />
      )}
    </>
  );
}

type ReasonDialogProps = {
  readonly requestId: RequestId;
  readonly onClose: () => void;
  readonly onShow: (digits: string) => void;
};

function ReasonDialog({ requestId, onClose, onShow }: ReasonDialogProps) {
  const t = useTranslations('identity.number');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason'));
    setBusy(true);
    const answer = await sendToRequest(requestId, 'number', { reason });
    setBusy(false);
    if (typeof answer?.digits === 'string') onShow(answer.digits);
    else setFailed(true);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      closeText={t('cancel')}
      actions={
        <>
          <Button type="submit" form="number" icon={iconEye} busy={busy} busyText={t('busy')}>
            {t('show')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id="number" className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          name="reason"
          label={t('title')}
          hideLegend
          hint={t('hint')}
          defaultValue={numberReasons[0]}
          choices={numberReasons.map((value) => ({ value, label: t(value) }))}
        />
        <div role="alert" className="empty:hidden">
          {failed && <Notice kind="danger">{t('problem')}</Notice>}
        </div>
      </form>
    </Dialog>
  );
}
