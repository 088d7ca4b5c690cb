/**
 * Heights for labels at the ends of lines, in pixels from the top of the plot: each as near to its line as
 * it can be while two of them stay `gapPx` apart.
 */
export function spreadLabels(
  values: readonly number[],
  max: number,
  plotPx: number,
  gapPx: number,
): number[] {
  const wanted = values.map((value) => plotPx - (value / max) * plotPx);
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let free = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(wanted[index] ?? 0, free);
    free = (placed[index] ?? 0) + gapPx;
  }
  let limit = plotPx;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - gapPx;
  }
  return placed;
}
