import { useTranslations } from 'next-intl';
import { type BookedThing, type BookingProblem, type BookingState, textFields } from '../booking-state.ts';
import { otherTimesId } from './other-times.tsx';

type ListedProblems = {
  readonly summary: string;
  readonly problems: readonly { readonly fieldId: string; readonly message: string }[];
  /** What no field can mend. */
  readonly notice: string | null;
};

/** Nothing was typed yet, so that nothing can be lost. */
export function isBlank({ typed }: BookingState): boolean {
  return textFields.every((field) => typed[field] === '');
}

/** All that is wrong, in the order of the page. */
export function useProblems(state: BookingState, { asksQuestion }: BookedThing): ListedProblems {
  const t = useTranslations('booking');
  const { problem, problems } = state;
  const fields = asksQuestion
    ? (['remark', ...textFields.filter((field) => field !== 'remark')] as const)
    : textFields;
  const typed = fields.flatMap((field) => {
    const code = problems[field];
    return code === undefined ? [] : [{ fieldId: field, message: t(`problems.${code}`) }];
  });
  const summary = t('problems.title');
  if (problem === null) return { summary, problems: typed, notice: null };
  if (isSaidAlone(problem)) return { summary, problems: typed, notice: t(`trouble.${problem}`) };
  const choose = isBlank(state) ? t('otherTimes.choose') : t('otherTimes.chooseAndKeep');
  const another = { fieldId: otherTimesId, message: choose };
  return { summary: t(`trouble.${problem}`), problems: [another, ...typed], notice: null };
}

const saidAlone = ['tooMany', 'fromElsewhere', 'notByPhone', 'wishChanged'] as const;

/** No other time helps against these. */
function isSaidAlone(problem: BookingProblem): problem is (typeof saidAlone)[number] {
  return saidAlone.some((one) => one === problem);
}
