'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import { ownWordsLimit, readyWords } from '#journey/waiting-words.ts';
import { Button } from '#shared/ui/button.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { sayToWaiting } from './seat-requests.ts';
import { SensitiveNotice } from './sensitive-notice.tsx';

export type SayDialogProps = {
  readonly to: { readonly appointmentId: AppointmentId; readonly name: string } | 'all';
  readonly onClose: () => void;
};

const problems = ['nobodyWaits', 'empty'] as const;
const noWord = 'none';

/** Says something to one who waits, or to all: with ready words, which each reads in their own language, with own words, or both. */
export function SayDialog({ to, onClose }: SayDialogProps) {
  const t = useTranslations('seat.say');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<(typeof problems)[number] | 'unexpected' | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const word = readyWords.find((known) => known === form.get('word')) ?? null;
    setBusy(true);
    const answer = await sayToWaiting({ to: to === 'all' ? to : to.appointmentId, word, text });
    setBusy(false);
    if (answer.ok) return onClose();
    setProblem(problems.find((known) => known === answer.refusal.code) ?? 'unexpected');
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={to === 'all' ? t('titleAll') : t('titleOne', { name: to.name })}
      closeText={t('close')}
      actions={
        <>
          <Button type="submit" form="say" icon={iconMessageSquareText} busy={busy} busyText={t('busy')}>
            {t('send')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <form id="say" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <p className="text-ink-2">{t('lead')}</p>
        <ChoiceField
          name="word"
          label={t('ready')}
          hint={t('readyHint')}
          defaultValue={readyWords[0]}
          choices={[
            ...readyWords.map((value) => ({ value, label: t(`words.${value}`) })),
            { value: noWord, label: t('onlyOwn') },
          ]}
        />
        <TextArea
          name="text"
          label={t('own')}
          optional={t('optional')}
          hint={t('ownHint')}
          rows={3}
          maxLength={ownWordsLimit}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <SensitiveNotice text={text} />
        <div role="alert" className="empty:hidden">
          {problem !== null && <Notice kind="warn">{t(`problems.${problem}`)}</Notice>}
        </div>
      </form>
    </Dialog>
  );
}

/** Opens it for all who wait. */
export function SayToAll() {
  const t = useTranslations('seat.say');
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="px-4 pb-2">
      <Button look="underlined" icon={iconMessageSquareText} onClick={() => setOpen(true)}>
        {t('openAll')}
      </Button>
      {isOpen && <SayDialog to="all" onClose={() => setOpen(false)} />}
    </p>
  );
}
