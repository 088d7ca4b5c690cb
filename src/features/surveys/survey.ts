import { z } from 'zod';
import { improvementLimit } from './survey-questions.ts';

/** 1 to 5; a question that is left open says nothing. */
const scale = z.coerce.number().int().min(1).max(5).optional();

/** A citizen's opinion: four questions, each of which may be skipped. */
export const surveyForm = z.object({
  wouldUseAgain: scale,
  satisfaction: scale,
  easeOfUse: scale,
  improvement: z
    .string()
    .trim()
    .max(improvementLimit)
    .optional()
    .transform((text) => (text === '' ? undefined : text)),
});
export type SurveyOpinion = z.infer<typeof surveyForm>;

/** Whether anything was answered at all. */
export function saysSomething(opinion: SurveyOpinion): boolean {
  return Object.values(opinion).some((answer) => answer !== undefined);
}
