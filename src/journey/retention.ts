import { DAY_MILLISECONDS } from './time.ts';

/** The days of an appointment whose services say nothing. */
export const defaultRetentionDays = 90;

/**
 * How long documents are kept after the end of their appointment: until who handled it has them where they belong. Those of a cancelled
 * one are of no use to anybody.
 */
export const documentDays = 7;

/**
 * How long it is kept at most that somebody chatted or telephoned without appointment, when nothing was asked of them that is kept
 * longer: a question that was answered.
 */
export const questionDays = 7;

/** How long what somebody wrote by mail, SMS or WhatsApp is kept after it was closed. */
export const closedThreadDays = 7;

/**
 * After so many days in which nobody wrote, what somebody wrote closes by itself. Two weeks: longer than the days for which most people
 * wait for a paper or are away, and by then nobody knows any more what it was about.
 */
export const silentThreadDays = 14;

/** How long a line is kept while its conversation stays open, because somebody goes on writing in it: as long as an appointment. */
export const openLineDays = 90;

/**
 * How long it is remembered that a number wants no text messages, when nobody takes it back. Two years: by then networks have given most
 * numbers that were given up to somebody else.
 */
export const textStopDays = 730;

/** How long a request to be called is kept after it was settled. */
export const settledCallbackDays = 7;

/** A request to be called that nobody settles is worth nothing so many days after the moment for which it was. */
export const openCallbackDays = 14;

/** How long it is kept when clerks paused or closed their seats. */
export const unavailabilityDays = 7;

/** How long a question to the back office is kept after who asked said that it is done, so that the citizen can read the answer. */
export const doneQuestionDays = 7;

/** A question to the back office is kept so many days at most, whatever became of it. */
export const openQuestionDays = 90;

/** How long a complaint is kept after it was dealt with. */
export const settledComplaintDays = 90;

/** A complaint that nobody deals with: the ombudsman may ask for it within a year. */
export const openComplaintDays = 365;

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
