/** Distances between times that fall on the same minutes of every hour, so that a page of times reads easily. */
const readableSteps = [60, 30, 20, 15, 10, 5];

/**
 * How far apart times are offered, in minutes: the longest readable distance that leaves no seat idle on purpose.
 * @param occupationMinutes how long one appointment holds a seat, its buffer included; at least 5
 */
export function chooseStepMinutes(occupationMinutes: number): number {
  return readableSteps.find((step) => step <= occupationMinutes) ?? 5;
}
