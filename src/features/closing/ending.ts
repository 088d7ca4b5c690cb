import { z } from 'zod';
import { misconducts } from '#journey/misconduct.ts';

/** What came of a service in a conversation. */
export const serviceOutcomes = ['solved', 'partlySolved', 'followUp', 'notSolved'] as const;

export const reportLimit = 10_000;

/** What the clerk says at the end: the outcome of every service, and the report for the municipality. */
export const ending = z.object({
  outcomes: z.array(z.object({ serviceId: z.uuid(), outcome: z.enum(serviceOutcomes) })).max(20),
  report: z.string().max(reportLimit),
  /** The conversation could not go on for this: nothing is solved, and what the clerk noted stays. */
  endedFor: z.enum(misconducts).optional(),
});
export type Ending = z.infer<typeof ending>;

/** Whether each of the conversation's services got exactly one outcome, and nothing else did. */
export function coversServices(outcomes: Ending['outcomes'], serviceIds: readonly string[]): boolean {
  const said = outcomes.map(({ serviceId }) => serviceId);
  return said.length === serviceIds.length && serviceIds.every((id) => said.includes(id));
}
