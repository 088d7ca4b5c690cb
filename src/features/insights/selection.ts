import { z } from 'zod';
import { addDays, type LocalDate, parseLocalDate } from '#journey/local-time.ts';

export const periodsInDays = ['7', '30', '90', '365'] as const;
export type PeriodInDays = (typeof periodsInDays)[number];

/** What a supervisor looks at: local dates, both included, and one service or all. */
export type Selection = {
  readonly period: PeriodInDays | null;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly serviceSlug: string | null;
};

const query = z.object({
  period: z.enum(periodsInDays).catch('30'),
  from: z.string().max(10).optional().catch(undefined),
  until: z.string().max(10).optional().catch(undefined),
  service: z.string().max(80).optional().catch(undefined),
});

/** Reads the selection from an address. What makes no sense there falls back to the last 30 days and all services. */
export function readSelection(parameters: Readonly<Record<string, unknown>>, today: LocalDate): Selection {
  const { period, from, until, service } = query.parse(parameters);
  const serviceSlug = service === undefined || service === '' ? null : service;
  const [first, last] = [from, until].map((date) => parseLocalDate(date ?? ''));
  if (first !== undefined && last !== undefined && first <= last) {
    return { period: null, from: first, until: last, serviceSlug };
  }
  return { period, from: addDays(today, 1 - Number(period)), until: today, serviceSlug };
}
