'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { Checkbox } from '#shared/ui/checkbox.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { mostQuestionCharacters, type QuestionChoices } from '../question.ts';
import { askQuestionChoices, sendQuestion } from './question-requests.ts';
import { useMoment, useQuestionProblem } from './use-question-words.ts';

type AskProps = {
  readonly conversationId: ConversationId;
  /** The words with which a question begins; null while none is asked. */
  readonly begun: string | null;
  readonly onBegin: (words: string | null) => void;
};

/** From the conversation: asks something that is answered after it. */
export function AskBackOffice({ conversationId, begun, onBegin }: AskProps) {
  const t = useTranslations('backOffice.ask');
  return (
    <>
      <Button look="secondary" icon={iconHourglass} onClick={() => onBegin('')}>
        {t('open')}
      </Button>
      {begun !== null && (
        <QuestionDialog conversationId={conversationId} begun={begun} onClose={() => onBegin(null)} />
      )}
    </>
  );
}

type DialogProps = { conversationId: ConversationId; begun: string; onClose: () => void };

function QuestionDialog({ conversationId, begun, onClose }: DialogProps) {
  const t = useTranslations('backOffice.ask');
  const [choices, setChoices] = useState<QuestionChoices | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void askQuestionChoices(leaving.signal).then((found) => {
      if (!leaving.signal.aborted) setChoices(found ?? { teams: [], people: [], moments: [] });
    });
    return () => leaving.abort();
  }, []);
  if (choices === null)
    return (
      <Dialog isOpen onOpenChange={onClose} title={t('title')} closeText={t('close')}>
        <Skeleton label={t('text')} />
      </Dialog>
    );
  return <QuestionForm conversationId={conversationId} choices={choices} begun={begun} onClose={onClose} />;
}

type FormProps = DialogProps & { choices: QuestionChoices };

function QuestionForm({ conversationId, choices, begun, onClose }: FormProps) {
  const t = useTranslations('backOffice');
  const words = useQuestionProblem();
  const moment = useMoment();
  const { teams, people, moments } = choices;
  const options = [
    ...teams.map(({ id, name }) => ({ value: id, text: t('ask.team', { name }) })),
    ...people.map(({ id, name, teamId, teamName }) => ({
      value: `${teamId} ${id}`,
      text: t('ask.person', { name, team: teamName }),
    })),
  ];
  const [who, setWho] = useState(options[0]?.value ?? '');
  const [answerBy, setAnswerBy] = useState(moments[0]?.at ?? 0);
  const [question, setQuestion] = useState(begun);
  const [isForCitizen, setForCitizen] = useState(true);
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isMissing = isTried && question.trim() === '';
  const send = async () => {
    setTried(true);
    if (question.trim() === '') return;
    const [teamId = '', clerkId] = who.split(' ');
    setBusy(true);
    const refusal = await sendQuestion(conversationId, {
      teamId,
      clerkId: clerkId ?? null,
      question,
      answerBy,
      isForCitizen,
    });
    setBusy(false);
    if (refusal === null) onClose();
    else setProblem(refusal);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('ask.title')}
      closeText={t('ask.close')}
      actions={
        <Button busy={busy} busyText={t('busy')} onClick={() => void send()}>
          {t('ask.send')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p>{t('ask.text')}</p>
        <SelectField
          name="question-to"
          label={t('ask.who')}
          value={who}
          onChange={({ currentTarget }) => setWho(currentTarget.value)}
          options={options}
        />
        <TextArea
          name="question-text"
          label={t('ask.question')}
          rows={3}
          maxLength={mostQuestionCharacters}
          value={question}
          onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
          error={isMissing ? t('ask.questionMissing') : undefined}
        />
        <SelectField
          name="question-by"
          label={t('ask.when')}
          value={String(answerBy)}
          onChange={({ currentTarget }) => setAnswerBy(Number(currentTarget.value))}
          options={moments.map(({ days, at }) => ({
            value: String(at),
            text: t('ask.days', { days, moment: moment(at) }),
          }))}
        />
        <Checkbox
          name="question-for-citizen"
          label={t('ask.forCitizen')}
          hint={t('ask.forCitizenHint')}
          checked={isForCitizen}
          onChange={({ currentTarget }) => setForCitizen(currentTarget.checked)}
        />
      </div>
      <div role="alert" className="not-empty:mt-3">
        {problem && <Notice kind="warn">{words(problem)}</Notice>}
      </div>
    </Dialog>
  );
}
