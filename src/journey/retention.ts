import { DAY_MILLISECONDS } from './time.ts';

/** The days of an appointment whose services say nothing. */
export const defaultRetentionDays = 90;

/** How long what somebody wrote by mail, SMS or WhatsApp is kept after it was closed. */
export const closedThreadDays = 7;

export type Kept = {
  /** Epoch milliseconds. */
  readonly endAt: number;
  /** Of each of its services: days after the appointment. */
  readonly retentionDays: readonly number[];
};

/**
 * The moment at which nothing of an appointment is kept any more: the longest of its services' days after its end, counted in
 * days of 24 hours. Its link dies then, and the erasure takes the rest.
 * @returns epoch milliseconds
 */
export function keptUntil({ endAt, retentionDays }: Kept): number {
  const days = retentionDays.length === 0 ? defaultRetentionDays : Math.max(...retentionDays);
  return endAt + days * DAY_MILLISECONDS;
}
