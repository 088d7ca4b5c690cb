'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import { askJson } from '#shared/http/ask-json.ts';
import { capitalise, formatDay, formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import type { CallbackChoice, NotedCallback, NoteFailure } from '../note-callback.ts';
import type { PromisedCall } from '../request-callback.ts';

type NoteProps = { readonly conversationId: ConversationId; readonly style: MomentStyle };

/** From the conversation: notes that the citizen is called after it. */
export function NoteCallback(props: NoteProps) {
  const t = useTranslations('noteCallback');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="secondary" icon={iconPhone} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <NoteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

type DialogProps = NoteProps & { readonly onClose: () => void };
type Refused = { readonly code: 'notFound' | 'unexpected' };

function NoteDialog(props: DialogProps) {
  const { conversationId, style, onClose } = props;
  const t = useTranslations('noteCallback');
  const [choice, setChoice] = useState<CallbackChoice | Refused | null>(null);
  const [promised, setPromised] = useState<PromisedCall | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const path = `/api/seat/conversations/${conversationId}/callback`;
    void askJson<CallbackChoice, Refused>(path, { signal: leaving.signal }).then((answer) => {
      if (!leaving.signal.aborted) setChoice(answer.ok ? answer.value : answer.refusal);
    });
    return () => leaving.abort();
  }, [conversationId]);
  const frame = { isOpen: true, onOpenChange: onClose, title: t('title'), closeText: t('close') } as const;
  if (promised !== null) {
    const when = sayWindow(promised.window, t, style);
    const words = promised.phraseWords.join(' ');
    return (
      <Dialog {...frame} title={t('done.title')}>
        <p>{t('done.text', { when, phone: formatPhoneLocally(promised.phone) })}</p>
        <p className="mt-2">{t('done.words', { words })}</p>
      </Dialog>
    );
  }
  if (choice === null)
    return (
      <Dialog {...frame}>
        <Skeleton label={t('text')} />
      </Dialog>
    );
  if ('code' in choice || choice.windows.length === 0)
    return (
      <Dialog {...frame}>
        <Notice kind="warn">{t(`problems.${'code' in choice ? choice.code : 'notOffered'}`)}</Notice>
      </Dialog>
    );
  return <NoteForm {...props} choice={choice} onPromised={setPromised} />;
}

function sayWindow(
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
  t: ReturnType<typeof useTranslations<'noteCallback'>>,
  style: MomentStyle,
): string {
  const [day, from, until] = [
    formatDay(startAt, style),
    formatTime(startAt, style),
    formatTime(endAt, style),
  ];
  return t('window', { day, from, until });
}

type FormProps = DialogProps & {
  readonly choice: CallbackChoice;
  readonly onPromised: (promised: PromisedCall) => void;
};

function NoteForm({ conversationId, style, choice, onClose, onPromised }: FormProps) {
  const t = useTranslations('noteCallback');
  const [submissionKey] = useState(() => crypto.randomUUID());
  const [filled, setFilled] = useState({ phone: choice.phone ?? '', question: '', when: 'soon' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<NoteFailure | { readonly code: 'unexpected' } | null>(null);
  const problems = failure?.code === 'wrongFields' ? failure.problems : {};
  const set = (change: Partial<typeof filled>) => setFilled((before) => ({ ...before, ...change }));
  const send = async () => {
    if (busy) return;
    setBusy(true);
    const noted: NotedCallback = { submissionKey, ...filled };
    const path = `/api/seat/conversations/${conversationId}/callback`;
    const answer = await askJson<PromisedCall, NoteFailure>(path, {
      method: 'POST',
      body: JSON.stringify(noted),
    });
    setBusy(false);
    if (answer.ok) onPromised(answer.value);
    else setFailure(answer.refusal);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      closeText={t('close')}
      actions={
        <Button busy={busy} busyText={t('busy')} onClick={() => void send()}>
          {t('note')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p>{t('text')}</p>
        <div role="alert" className="empty:hidden">
          {failure !== null && failure.code !== 'wrongFields' && (
            <Notice kind="warn">{t(`problems.${failure.code}`)}</Notice>
          )}
        </div>
        <TextField
          name="callback-phone"
          type="tel"
          label={t('phone')}
          width="half"
          autoComplete="off"
          value={filled.phone}
          onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
          error={problems.phone && t(`problems.${problems.phone}`)}
        />
        <SelectField
          name="callback-when"
          label={t('when')}
          value={filled.when}
          onChange={({ currentTarget }) => set({ when: currentTarget.value })}
          options={[
            { value: 'soon', text: t('soon') },
            ...choice.windows.map((window) => ({
              value: String(window.endAt),
              text: capitalise(sayWindow(window, t, style), style.language),
            })),
          ]}
        />
        <TextArea
          name="callback-question"
          label={t('question')}
          rows={3}
          value={filled.question}
          onChange={({ currentTarget }) => set({ question: currentTarget.value })}
          error={problems.question && t(`problems.${problems.question}`)}
        />
      </div>
    </Dialog>
  );
}
