import type { LocalDate } from '#journey/local-time.ts';

/** A column of dates comes as midnight in UTC. */
export function toLocalDate(date: Date): LocalDate {
  return date.toISOString().slice(0, 10) as LocalDate;
}

/** A local date as a column of dates takes it. */
export function fromLocalDate(date: LocalDate): Date {
  return new Date(`${date}T00:00Z`);
}
