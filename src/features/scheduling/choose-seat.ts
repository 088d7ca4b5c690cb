import type { SeatId } from '#journey/ids.ts';

/**
 * The seat that gets an appointment: of those free, the one with the least on it, so that work spreads evenly; between
 * equals, the first by id, so that the same question has the same answer.
 *
 * @param loads what is on each seat already, in appointments or in minutes; a seat without an entry has nothing
 * @returns undefined when no seat is free
 */
export function chooseSeat(
  freeSeatIds: readonly SeatId[],
  loads: ReadonlyMap<SeatId, number>,
): SeatId | undefined {
  let chosen: SeatId | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of freeSeatIds) {
    const load = loads.get(id) ?? 0;
    if (chosen === undefined || load < least || (load === least && id < chosen)) {
      chosen = id;
      least = load;
    }
  }
  return chosen;
}
