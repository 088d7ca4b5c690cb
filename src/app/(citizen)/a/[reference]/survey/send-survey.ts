'use server';

import { redirect } from 'next/navigation';
import { answerSurvey } from '#features/surveys/answer-survey.ts';
import { surveyForm } from '#features/surveys/survey.ts';
import { improvementLimit } from '#features/surveys/survey-questions.ts';
import type { SurveyResult } from '#features/surveys/ui/survey-form.tsx';
import { clock } from '../../../../../wiring.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { currentVisit } from '../../../../current-visit.ts';

/** Takes the survey's form. `reference` is bound by the page. */
export async function sendSurvey(
  reference: string,
  _previous: SurveyResult,
  form: FormData,
): Promise<SurveyResult> {
  const typed = Object.fromEntries(
    [...form].filter(([name, value]) => !name.startsWith('$') && typeof value === 'string'),
  ) as Record<string, string>;
  const opinion = typed.intent === 'skip' ? null : surveyForm.safeParse(typed);
  if (opinion !== null && !opinion.success) {
    // The scales cannot be wrong by using the page; a longer text can.
    const problem = (typed.improvement?.trim().length ?? 0) > improvementLimit ? 'tooLong' : null;
    return { problem, typed };
  }
  const actor = await currentVisit(reference);
  const { timeZone } = await currentOrganisation();
  const answer =
    actor === null
      ? null
      : await answerSurvey({ clock, timeZone }, actor, opinion === null ? null : opinion.data);
  if (answer === 'nothingSaid') return { problem: 'nothingSaid', typed };
  redirect(`/a/${encodeURIComponent(reference)}`);
}
