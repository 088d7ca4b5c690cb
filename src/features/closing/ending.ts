import { z } from 'zod';

/** What came of a service in a conversation. */
export const serviceOutcomes = ['solved', 'partlySolved', 'followUp', 'notSolved'] as const;

export const reportLimit = 10_000;

/** What the clerk says at the end: the outcome of every service, and the report for the municipality. */
export const ending = z.object({
  outcomes: z
    .array(z.object({ serviceId: z.uuid(), outcome: z.enum(serviceOutcomes) }))
    .min(1)
    .max(20),
  report: z.string().max(reportLimit),
});
export type Ending = z.infer<typeof ending>;

/** Whether each of the conversation's services got exactly one outcome, and nothing else did. */
export function coversServices(outcomes: Ending['outcomes'], serviceIds: readonly string[]): boolean {
  const said = outcomes.map(({ serviceId }) => serviceId);
  return said.length === serviceIds.length && serviceIds.every((id) => said.includes(id));
}
