import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { minutesBetween } from './use-server-minute.ts';

/** Whole minutes that a conversation lasts longer than was planned for it; 0 while it does not. */
export function overtimeOf({ admittedAt, startAt, endAt }: SeatEntry, now: number): number {
  return admittedAt === null ? 0 : minutesBetween(admittedAt + (endAt - startAt), now);
}

/** Of the clerk's own conversation. */
export function overtimeMinutesOf({ current, entries }: SeatView, now: number): number {
  const own = entries.find(({ appointmentId }) => appointmentId === current?.appointmentId);
  return own === undefined ? 0 : overtimeOf(own, now);
}
