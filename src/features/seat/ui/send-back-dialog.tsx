'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import { sendBackReasons, sendBackRemarkLimit } from '#journey/send-back.ts';
import { Button } from '#shared/ui/button.tsx';
import { Checkbox } from '#shared/ui/checkbox.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { sendBack } from './seat-requests.ts';
import { SensitiveNotice } from './sensitive-notice.tsx';

export type SendBackDialogProps = {
  readonly conversationId: ConversationId;
  readonly citizenName: string;
  /** In conversation, or just before it. */
  readonly isSpeaking: boolean;
  /** There is no camera to go off. */
  readonly inWriting: boolean;
  readonly onSent: () => void;
  readonly onClose: () => void;
};

/** Lets the citizen wait again, with a word that they read: why, what else there is to say, and whether others go first. */
export function SendBackDialog(props: SendBackDialogProps) {
  const { conversationId, citizenName, isSpeaking, inWriting, onSent, onClose } = props;
  const t = useTranslations('seat.sendBack');
  const [remark, setRemark] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = sendBackReasons.find((known) => known === form.get('reason')) ?? 'lookingUp';
    setBusy(true);
    const answer = await sendBack(conversationId, { reason, remark, isBehind: form.has('isBehind') });
    setBusy(false);
    setFailed(!answer.ok);
    if (answer.ok) onSent();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { name: citizenName })}
      closeText={t('close')}
      actions={
        <>
          <Button type="submit" form="send-back" icon={iconHourglass} busy={busy} busyText={t('busy')}>
            {t('send')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <form id="send-back" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-2">
          {isSpeaking ? t('leadSpeaking', { writes: String(inWriting) }) : t('leadBefore')}
        </p>
        <ChoiceField
          name="reason"
          label={t('reason')}
          defaultValue={isSpeaking ? 'lookingUp' : 'otherFirst'}
          choices={sendBackReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <TextArea
          name="remark"
          label={t('remark')}
          optional={t('optional')}
          hint={t('remarkHint')}
          rows={2}
          maxLength={sendBackRemarkLimit}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
        />
        <SensitiveNotice text={remark} />
        <Checkbox name="isBehind" label={t('behind')} hint={t('behindHint')} defaultChecked={!isSpeaking} />
        <div role="alert" className="empty:hidden">
          {failed && <Notice kind="warn">{t('failed')}</Notice>}
        </div>
      </form>
    </Dialog>
  );
}

/** Opens it out of the running conversation. */
export function SendBackButton(props: Omit<SendBackDialogProps, 'isSpeaking' | 'onClose'>) {
  const t = useTranslations('seat.sendBack');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="underlined" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <SendBackDialog {...props} isSpeaking onClose={() => setOpen(false)} />}
    </>
  );
}
