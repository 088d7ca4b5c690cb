/** The id of the place where the picture of the week lets a block be drawn that is not saved yet. */
export function pendingColumn(weekday: number): string {
  return `pending-${weekday}`;
}
