'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { RequestId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { Button } from '#shared/ui/button.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { type LookMeans, longestName, type Seen } from '../look-means.ts';
import { sendToRequest } from './send-to-request.ts';
import { mayBeShown } from './show-card-way.tsx';

type LookWaysProps = {
  readonly requestId: RequestId;
  /** Of the request, as its service states them. */
  readonly settings: unknown;
  /** In which the appointment is. */
  readonly citizenName: string;
  /** Nobody can hold a card before a camera then. */
  readonly byPhone: boolean;
  readonly say: (text: LocalizedText) => string;
};

/** What a clerk may do where nobody can prove it with a provider: look at a card, or ask the service's control questions. */
export function LookWays({ requestId, settings, citizenName, byPhone, say }: LookWaysProps) {
  const t = useTranslations('identity.look');
  const [open, setOpen] = useState<LookMeans | null>(null);
  const questions = controlQuestionsOf(settings).map(say);
  const hasCard = mayBeShown(settings) && !byPhone;
  if (!hasCard && questions.length === 0) return null;
  return (
    <>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {hasCard && (
          <Button look="secondary" icon={iconIdCard} onClick={() => setOpen('card')}>
            {t('action')}
          </Button>
        )}
        {questions.length > 0 && (
          <Button look="secondary" icon={iconMessageSquareText} onClick={() => setOpen('questions')}>
            {t('questionsAction')}
          </Button>
        )}
      </div>
      {open !== null && (
        <LookDialog
          requestId={requestId}
          means={open}
          questions={questions}
          citizenName={citizenName}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

type LookDialogProps = Pick<LookWaysProps, 'requestId' | 'citizenName'> & {
  readonly means: LookMeans;
  readonly questions: readonly string[];
  readonly onClose: () => void;
};

function LookDialog({ requestId, means, questions, citizenName, onClose }: LookDialogProps) {
  const t = useTranslations('identity.look');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'nameMissing' | 'notAnswered' | 'problem' | null>(null);
  const isCard = means === 'card';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name') ?? '').trim();
    const answered = form.getAll('answered').length;
    if (name === '') return setProblem('nameMissing');
    if (!isCard && answered < questions.length) return setProblem('notAnswered');
    setBusy(true);
    const seen: Seen = { means, name, ...(isCard ? {} : { answered }) };
    const answer = await sendToRequest(requestId, 'look', seen);
    setBusy(false);
    if (answer !== null) onClose();
    else setProblem('problem');
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(isCard ? 'title' : 'questionsTitle')}
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
        <Notice kind="warn">{t(isCard ? 'text' : 'questionsText')}</Notice>
        {!isCard && (
          <ChoiceField
            several
            name="answered"
            label={t('questionsLabel')}
            choices={questions.map((label, index) => ({ value: String(index), label }))}
          />
        )}
        <TextField
          name="name"
          label={t(isCard ? 'name' : 'questionsName')}
          defaultValue={citizenName}
          maxLength={longestName}
          error={problem === 'nameMissing' ? t('nameMissing') : undefined}
        />
        <div role="alert" className="empty:hidden">
          {(problem === 'problem' || problem === 'notAnswered') && (
            <Notice kind="danger">{t(problem)}</Notice>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function controlQuestionsOf(settings: unknown): readonly LocalizedText[] {
  const { controlQuestions } = (settings ?? {}) as { readonly controlQuestions?: readonly LocalizedText[] };
  return controlQuestions ?? [];
}
