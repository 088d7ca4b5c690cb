import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import type { QuestionFailure } from '../question.ts';

const known = [
  'notFound',
  'badMoment',
  'nobodyThere',
  'answeredAlready',
] as const satisfies readonly QuestionFailure['code'][];

/** Why the server refused, in words. */
export function useQuestionProblem(): (code: string) => string {
  const t = useTranslations('backOffice.problems');
  return (code) => t(known.find((each) => each === code) ?? 'unexpected');
}

/** Moments by the organisation's clock, in the clerk's language. */
export function useMoment(): (at: number) => string {
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  return (at) => formatNearMoment(at, style);
}
