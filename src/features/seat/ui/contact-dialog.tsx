'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ContactFields } from '#shared/contact/contact-fields.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import type { Dossier } from '../dossier.ts';
import { type ContactRefusal, sendContact, settleCall } from './contact-requests.ts';

type Props = {
  readonly dossier: Dossier;
  readonly onClose: () => void;
  /** Something was changed: it is to be read again. */
  readonly onChanged: () => void;
};

/** Corrects how somebody is reached; who has to be called for it may be taken off that list then. */
export function ContactDialog(props: Props) {
  const [isToBeCalled, setIsToBeCalled] = useState(false);
  return isToBeCalled ? (
    <AfterwardsDialog {...props} />
  ) : (
    <FieldsDialog
      {...props}
      onKept={(stillToBeCalled) => {
        props.onChanged();
        if (stillToBeCalled) setIsToBeCalled(true);
        else props.onClose();
      }}
    />
  );
}

function FieldsDialog({ dossier, onClose, onKept }: Props & { onKept: (isToBeCalled: boolean) => void }) {
  const t = useTranslations('seat.contact');
  const { citizenName, channel } = dossier;
  const [typed, setTyped] = useState({ email: dossier.email ?? '', phone: dossier.phone?.text ?? '' });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ContactRefusal | null>(null);
  const keep = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    const answer = await sendContact(dossier.appointmentId, typed);
    setBusy(false);
    if (answer.ok) onKept(answer.value.isToBeCalled);
    else setRefusal(answer.refusal);
  };
  const errorOf = (field: string) => {
    const problem = refusal?.problems?.[field as 'email' | 'phone'];
    return problem && t(`problems.${problem}`);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { name: citizenName })}
      closeText={t('close')}
      actions={
        <>
          <Button type="submit" form="contact" busy={busy} busyText={t('busy')}>
            {t('keep')}
          </Button>
          <Button look="underlined" onClick={onClose}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <form
        id="contact"
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <p className="text-ink-2">{t('lead')}</p>
        <div role="alert" className="empty:hidden">
          {refusal !== null && refusal.problems === undefined && (
            <Notice kind="warn">{t('problems.unexpected')}</Notice>
          )}
        </div>
        <ContactFields
          filled={{ ...typed, channel }}
          set={(change) => setTyped((before) => ({ ...before, ...change }))}
          isSheetNeeded
          errorOf={errorOf}
        />
      </form>
    </Dialog>
  );
}

function AfterwardsDialog({ dossier, onClose, onChanged }: Props) {
  const t = useTranslations('seat.contact');
  const [failed, setFailed] = useState(false);
  const settle = async () => {
    setFailed(false);
    const answer = await settleCall(dossier.appointmentId);
    if (!answer.ok) return setFailed(true);
    onChanged();
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('kept')}
      closeText={t('close')}
      actions={
        <>
          <Button autoFocus onClick={() => void settle()}>
            {t('settle')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('stay')}
          </Button>
        </>
      }
    >
      <p>{t('toBeCalled', { name: dossier.citizenName })}</p>
      <div role="alert" className="mt-2 empty:hidden">
        {failed && <Notice kind="warn">{t('problems.unexpected')}</Notice>}
      </div>
    </Dialog>
  );
}
