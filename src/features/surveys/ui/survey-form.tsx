'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { improvementLimit, scaleQuestions } from '../survey-questions.ts';

/** What the server says of the last submit: what was typed comes back when it could not be taken. */
export type SurveyResult = {
  readonly problem: 'tooLong' | 'nothingSaid' | null;
  readonly typed: Readonly<Record<string, string>>;
};
export type SurveyAction = (previous: SurveyResult, form: FormData) => Promise<SurveyResult>;

const untouched: SurveyResult = { problem: null, typed: {} };

/** Four questions, each of which may be left open, and as plain a way to say no. Works without script. */
export function SurveyForm({ action }: { action: SurveyAction }) {
  const t = useTranslations('survey');
  const [result, submit] = useActionState(action, untouched);
  const problem =
    result.problem === null ? undefined : t(`problems.${result.problem}`, { limit: improvementLimit });
  // Nothing said is no mistake of one question: it leads to the first.
  const problemField = result.problem === 'nothingSaid' ? scaleQuestions[0] : 'improvement';
  return (
    <form action={submit} noValidate className="grid gap-7">
      <ErrorSummary
        title={t('problems.title')}
        problems={problem === undefined ? [] : [{ fieldId: problemField, message: problem }]}
        submission={result}
      />
      {scaleQuestions.map((question) => (
        <ChoiceField
          key={question}
          name={question}
          label={t(`questions.${question}.label`)}
          optional={t('optional')}
          look="scale"
          defaultValue={result.typed[question]}
          choices={[1, 2, 3, 4, 5].map((value) => ({
            value: String(value),
            label: value,
            hint: <span className="max-sm:sr-only">{t(`scale.${value as 1 | 2 | 3 | 4 | 5}`)}</span>,
          }))}
          hint={t('scaleHint')}
        />
      ))}
      <TextArea
        name="improvement"
        label={t('questions.improvement.label')}
        hint={t('questions.improvement.hint')}
        optional={t('optional')}
        error={result.problem === 'tooLong' ? problem : undefined}
        defaultValue={result.typed.improvement}
        rows={4}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton busyText={t('busy')}>{t('send')}</SubmitButton>
        <Button type="submit" name="intent" value="skip" look="underlined">
          {t('noThanks')}
        </Button>
      </div>
    </form>
  );
}
