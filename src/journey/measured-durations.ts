/**
 * How long conversations really take. Of each one that ends, its length is kept as a percentage of what was planned for it: no
 * person stands in it, neither citizen nor clerk, and longer and shorter plans of a service can be compared.
 */

/** Percentages of the planned length, of the conversations that ended last; empty when none was measured. */
export type MeasuredPercents = readonly number[];

/** So many are kept of a service: the habits of some weeks. */
export const measuredKept = 60;

/** The plan itself weighs as much as so many conversations that went as planned: a few odd ones mean little. */
const plannedWeight = 5;

/** What is past this was forgotten, and not spoken. */
const [leastPercent, mostPercent] = [5, 400];

/** The length of a conversation as it is kept. @returns a whole percentage, from 5 to 400 */
export function percentOfPlanned(minutes: number, plannedMinutes: number): number {
  return Math.min(mostPercent, Math.max(leastPercent, Math.round((100 * minutes) / plannedMinutes)));
}

/** How long a conversation is expected to take from its beginning, in minutes. */
export function expectMinutes(plannedMinutes: number, percents: MeasuredPercents): number {
  return (plannedMinutes * medianOf(withPlan(percents))) / 100;
}

/**
 * How much longer a conversation is expected to take that runs for so long, in minutes: what those took that were longer. Null when
 * none ever was.
 */
export function expectRest(
  plannedMinutes: number,
  percents: MeasuredPercents,
  elapsedMinutes: number,
): number | null {
  const elapsedPercent = (100 * elapsedMinutes) / plannedMinutes;
  const longer = withPlan(percents).filter((percent) => percent > elapsedPercent);
  return longer.length === 0 ? null : (plannedMinutes * medianOf(longer)) / 100 - elapsedMinutes;
}

function withPlan(percents: MeasuredPercents): readonly number[] {
  return [...percents, ...Array<number>(plannedWeight).fill(100)];
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
