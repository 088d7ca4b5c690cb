'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { LocalizedText } from '#journey/language.ts';
import type { SeatQuestion } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { QueueHeading } from '#shared/ui/queue-heading.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { mostAnswerCharacters, type QuestionAct } from '../question.ts';
import { sendQuestionAct } from './question-requests.ts';
import { useMoment, useQuestionProblem } from './use-question-words.ts';

type Props = {
  readonly questions: readonly SeatQuestion[];
  readonly say: (text: LocalizedText) => string;
};

/** Questions that run on after a conversation: to be answered here, and those that this clerk asked. */
export function QuestionList({ questions, say }: Props) {
  const t = useTranslations('backOffice');
  if (questions.length === 0) return null;
  return (
    <section aria-label={t('title')}>
      <QueueHeading title={t('title')} />
      <ul>
        {questions.map((question) => (
          <QuestionRow key={question.id} question={question} say={say} />
        ))}
      </ul>
    </section>
  );
}

function QuestionRow({ question, say }: { question: SeatQuestion; say: Props['say'] }) {
  const t = useTranslations('backOffice');
  const words = useQuestionProblem();
  const moment = useMoment();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (what: QuestionAct) => {
    if (busy) return;
    setBusy(true);
    setProblem(await sendQuestionAct(question.id, what));
    setBusy(false);
  };
  const { isToAnswer, isOverdue, answer, answerBy, from, clerkName, teamName } = question;
  const who = clerkName ?? say(teamName);
  return (
    <li className="grid justify-items-start gap-2 border-b border-line bg-surface px-4 py-3">
      <p className="font-strong">{isToAnswer ? t('toAnswer', { name: from }) : t('asked', { who })}</p>
      <p className="justify-self-stretch rounded-md bg-brand-tint px-3 py-2 whitespace-pre-wrap wrap-anywhere">
        {question.question}
      </p>
      {answer === null && (
        <Tag tone={isOverdue ? 'danger' : 'neutral'} icon={iconClock4}>
          {t(isOverdue ? 'overdue' : 'by', { moment: moment(answerBy) })}
        </Tag>
      )}
      {isToAnswer && <AnswerForm question={question} busy={busy} onAnswer={act} />}
      {answer !== null && (
        <>
          <p className="font-strong">{t('answered')}</p>
          <p className="whitespace-pre-wrap wrap-anywhere">{answer}</p>
          <Button
            look="secondary"
            busy={busy}
            busyText={t('busy')}
            onClick={() => void act({ act: 'confirm' })}
          >
            {t('done')}
          </Button>
        </>
      )}
      <div role="alert">{problem && <Notice kind="warn">{words(problem)}</Notice>}</div>
    </li>
  );
}

function AnswerForm({
  question,
  busy,
  onAnswer,
}: {
  question: SeatQuestion;
  busy: boolean;
  onAnswer: (act: QuestionAct) => Promise<void>;
}) {
  const t = useTranslations('backOffice');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = isTried && answer.trim() === '';
  const send = () => {
    setTried(true);
    if (answer.trim() !== '') void onAnswer({ act: 'answer', answer });
  };
  if (!isOpen)
    return (
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
    );
  return (
    <div className="grid gap-2 justify-self-stretch">
      <TextArea
        id={id}
        name="answer"
        label={t('answerLabel')}
        hint={question.isForCitizen ? `${t('forCitizen')} ${t('answerHint')}` : undefined}
        rows={4}
        maxLength={mostAnswerCharacters}
        value={answer}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
        error={isMissing ? t('answerMissing') : undefined}
      />
      <Button busy={busy} busyText={t('busy')} onClick={send} className="w-fit">
        {t('answer')}
      </Button>
    </div>
  );
}
