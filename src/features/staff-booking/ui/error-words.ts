'use client';

import { useTranslations } from 'next-intl';
import type { FieldProblem } from '#shared/ui/error-summary.tsx';
import type { BookingRefusal } from '../staff-booking-form.ts';

const fieldOrder = [
  ...['services', 'times', 'name', 'phone', 'email', 'remark'],
  ...['interpreterLanguage', 'principalName', 'registrationNumber'],
];
const wordsOf = [
  ...(['serviceMissing', 'noTimes', 'nameMissing', 'nameTooLong', 'nameCharacters'] as const),
  ...(['emailWrong', 'phoneWrong', 'phoneNeeded', 'remarkTooLong', 'remarkCharacters'] as const),
  ...(['interpreterLanguageMissing', 'principalMissing', 'principalTooLong', 'principalCharacters'] as const),
  ...(['registrationMissing', 'registrationWrong'] as const),
];

/** The words for what is wrong with a field, as the server or this screen says it. */
export function useErrorWords(refusal: BookingRefusal | null) {
  const t = useTranslations('staffBooking.errors.fields');
  const problems = refusal?.code === 'wrongFields' ? refusal.problems : {};
  return (field: string) => {
    const said = problems[field];
    if (said === undefined) return undefined;
    return t(wordsOf.find((known) => known === said) ?? 'other');
  };
}

/** What is wrong, in the order of the screen. */
export function fieldProblems(
  refusal: BookingRefusal | null,
  errorOf: (field: string) => string | undefined,
): FieldProblem[] {
  if (refusal?.code !== 'wrongFields') return [];
  const known = fieldOrder.filter((field) => field in refusal.problems);
  const other = Object.keys(refusal.problems).filter((field) => !fieldOrder.includes(field));
  return [...known, ...other].map((field) => ({ fieldId: field, message: errorOf(field) ?? '' }));
}
