import type { SeatId } from '#journey/ids.ts';
import type { SeatView } from '#journey/live-views.ts';

/** Whom a seat leaves behind that closes for the day. */
export type Left = {
  /** In the team's waiting room now. */
  readonly waiting: number;
  /** Still to come to this seat today. */
  readonly planned: number;
  readonly openColleagues: number;
};

export function whatIsLeft(view: SeatView, seatId: SeatId): Left {
  const { entries, colleagues, serverNow, day } = view;
  const isWaiting = (state: string) => state === 'waiting' || state === 'away';
  return {
    waiting: entries.filter(({ state }) => isWaiting(state)).length,
    planned: entries.filter(
      (entry) =>
        entry.seatId === seatId &&
        entry.state === 'expected' &&
        entry.endAt > serverNow &&
        entry.startAt < day.endAt,
    ).length,
    openColleagues: colleagues.filter(({ availability }) => availability.state === 'open').length,
  };
}
