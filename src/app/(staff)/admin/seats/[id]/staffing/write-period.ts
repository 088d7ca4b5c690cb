import { getTranslations } from 'next-intl/server';
import type { StaffingPeriod } from '#features/administration/staffing.ts';
import type { LocalDate } from '#journey/local-time.ts';
import { writeDate, writeDateRange } from '../../../write-dates.ts';

/** "Vanaf 1 juli", "1 juli tot 31 augustus", "Nu, tot en met 30 juni". */
export async function writePeriod({ from, until }: StaffingPeriod, today: LocalDate): Promise<string> {
  const t = await getTranslations('admin.staffing');
  const begins = from !== null && from > today;
  if (begins && until !== null) return writeDateRange(from, until);
  if (begins) return t('fromDate', { date: await writeDate(from, { inSentence: true }) });
  return until === null ? t('now') : t('nowUntil', { date: await writeDate(until, { inSentence: true }) });
}
