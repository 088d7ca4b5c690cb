import type { LocalDate } from '../local-time.ts';
import { rowsOf, type TypedAnswers, visibleSteps } from './form-answers.ts';
import type { FormContent, FormField, FormStep } from './form-definition.ts';
import { type Answer, type AnswerProblem, readAnswer } from './read-answer.ts';

export type StepProblem = {
  /** Which row of the step, from 0; and the name in it under which the answer was typed. */
  readonly row: number;
  readonly name: string;
  readonly code: AnswerProblem;
};

/** One field with what was answered; null for nothing. */
export type ReadField = { readonly field: FormField; readonly answer: Answer | null };

/** A step as it is asked, with what was answered so far. What is wrong has no answer. */
export type CheckedStep = {
  readonly step: FormStep;
  readonly rows: readonly (readonly ReadField[])[];
  readonly problems: readonly StepProblem[];
};

/** Reads a step of those that are asked. */
export function checkStep(step: FormStep, answers: TypedAnswers, today: LocalDate): CheckedStep {
  const problems: StepProblem[] = [];
  const typed = rowsOf(step, answers);
  const rows = typed.map((row, index) =>
    step.fields.map((field) => {
      const read = readAnswer(field, row, today);
      if (read.ok) return { field, answer: read.answer };
      problems.push(...read.problems.map((problem) => ({ ...problem, row: index })));
      return { field, answer: null };
    }),
  );
  const [first] = step.fields;
  if (step.repeats !== null && first !== undefined && rows.length > step.repeats.most)
    problems.push({ row: step.repeats.most, name: first.key, code: 'tooManyRows' });
  return { step, rows, problems };
}

/** Reads the whole form as it is asked: what the summary shows, and what is sent when nothing is wrong with it. */
export function checkForm(
  content: FormContent,
  answers: TypedAnswers,
  today: LocalDate,
): readonly CheckedStep[] {
  return visibleSteps(content, answers).map((step) => checkStep(step, answers, today));
}
