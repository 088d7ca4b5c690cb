import { useTranslations } from 'next-intl';
import type { BookingState, TextField } from '../booking-state.ts';

/** What every text field of the form shows beside its own words: what was typed, and what is wrong with it. */
export function useFieldTexts({ typed, problems }: Pick<BookingState, 'typed' | 'problems'>) {
  const t = useTranslations('booking');
  return (field: TextField) => {
    const code = problems[field];
    return { name: field, defaultValue: typed[field], error: code && t(`problems.${code}`) };
  };
}
