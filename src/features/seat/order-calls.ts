import type { SeatCall, SeatCallback } from '#journey/live-views.ts';

type Call = SeatCall | SeatCallback;

/**
 * One list of whom to call: first whose time has come, who was tried least before others, and of these whose moment is nearest: the end
 * of the time that was promised, or the appointment of which they do not know.
 */
export function orderCalls(calls: readonly Call[]): readonly Call[] {
  return [...calls].sort(
    (a, b) =>
      Number(isLater(a)) - Number(isLater(b)) || a.tries - b.tries || momentOf(a) - momentOf(b) || byId(a, b),
  );
}

/** Its time has not come yet. */
export function isLater(call: Call): boolean {
  return call.kind === 'callback' && !call.isDue;
}

function momentOf(call: Call): number {
  return call.kind === 'callback' ? call.untilAt : call.startAt;
}

function byId(a: Call, b: Call): number {
  return a.id < b.id ? -1 : 1;
}
