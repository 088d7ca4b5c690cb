import { type EpochMilliseconds, MINUTE_MILLISECONDS } from '#journey/time.ts';

/** Which part of the times and seats is kept for staff. */
export type KeptShare = {
  readonly percent: number;
  readonly stepMinutes: number;
  readonly seatCount: number;
};

/**
 * Whether a time at a seat is kept for staff. Times and seats are counted through, and of every hundred so many are kept, at even
 * distances; the count begins with another seat at every time, so that no seat is kept always. What is booked has no part in it:
 * a time that is kept today is kept tomorrow.
 * @param seatIndex the seat's place in the team, from 0
 */
export function isKeptForStaff(startAt: EpochMilliseconds, seatIndex: number, share: KeptShare): boolean {
  const { percent, stepMinutes, seatCount } = share;
  const step = Math.floor(startAt / (stepMinutes * MINUTE_MILLISECONDS));
  const place = step * seatCount + ((seatIndex + step) % seatCount);
  return ((place % 100) * percent) % 100 >= 100 - percent;
}
