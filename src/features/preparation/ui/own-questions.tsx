import { getTranslations } from 'next-intl/server';
import {
  missingAnswers,
  mostAnswerCharacters,
  type PreparatoryForm,
  type PreparatoryQuestion,
} from '#journey/preparatory-questions.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { QuestionField } from './question-field.tsx';
import type { PreparationReader } from './reader.ts';
import type { FormAction } from './tick-form.tsx';

type OwnQuestionsProps = {
  form: PreparatoryForm;
  remark: string | null;
  reader: PreparationReader;
  action: FormAction;
  /** What came of the button last, as it stands in the address; null before. */
  outcome: 'saved' | 'masked' | 'over' | null;
};

/** What the services ask beforehand, and what the citizen wants to ask. Kept as often as they press the button; complete without script. */
export async function OwnQuestions({ form, remark, reader, action, outcome }: OwnQuestionsProps) {
  const [t, common] = await Promise.all([
    getTranslations('preparation.questions'),
    getTranslations('common'),
  ]);
  const wasSent = outcome === 'saved' || outcome === 'masked';
  const missing = wasSent ? missingAnswers(form) : [];
  const errorOf = ({ id }: PreparatoryQuestion) =>
    missing.some((question) => question.id === id) ? t('missing') : undefined;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('title')}</h2>
      <p className="mt-2">{t('text')}</p>
      <Outcome outcome={outcome} isComplete={missing.length === 0} />
      <ErrorSummary
        title={common('errorSummary')}
        problems={missing.map(({ id, label }) => ({
          fieldId: `answer-${id}`,
          message: t('missingOf', { question: reader.say(label) }),
        }))}
        submission={outcome}
      />
      <form action={action} noValidate className="mt-4 grid gap-5">
        {form.map(({ serviceId, name, questions }) => (
          <div key={serviceId} className="grid gap-5">
            {form.length > 1 && <h3 className="text-h3">{reader.say(name)}</h3>}
            {questions.map((question) => (
              <QuestionField
                key={question.id}
                question={question}
                reader={reader}
                words={{ optional: common('optional'), error: errorOf(question) }}
              />
            ))}
          </div>
        ))}
        <TextArea
          name="remark"
          label={t('remark')}
          hint={t('remarkHint')}
          optional={common('optional')}
          rows={4}
          maxLength={mostAnswerCharacters}
          defaultValue={remark ?? ''}
        />
        <Button type="submit" look="secondary" className="w-full sm:w-fit">
          {t('save')}
        </Button>
      </form>
    </section>
  );
}

async function Outcome({
  outcome,
  isComplete,
}: Pick<OwnQuestionsProps, 'outcome'> & { isComplete: boolean }) {
  const t = await getTranslations('preparation.questions');
  if (outcome === null) return null;
  if (outcome === 'saved' && !isComplete) return null;
  return (
    <Notice
      className="mt-3"
      role="status"
      kind={outcome === 'saved' ? 'ok' : 'warn'}
      title={t(`outcomes.${outcome}.title`)}
    >
      {t(`outcomes.${outcome}.text`)}
    </Notice>
  );
}
