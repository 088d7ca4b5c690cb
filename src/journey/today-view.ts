import type { SeatId, TeamId } from './ids.ts';
import type { LocalizedText } from './language.ts';

/** How the day runs, for supervisors. Seats and numbers, and nobody's name. Times are epoch milliseconds of the server's clock. */

/** What a seat is doing now. Since when is of this state alone: nothing is added up. */
export type SeatNow =
  | { readonly state: 'unstaffed' }
  | { readonly state: 'open' }
  | { readonly state: 'speaking' | 'paused' | 'closed'; readonly since: number };

/** Somebody who waits, or is to be helped soon. */
export type WaitingNow = {
  readonly startAt: number;
  /** Since when they are there. */
  readonly since: number;
  /** Null when nobody can say. */
  readonly expectedAt: number | null;
};

export type TeamToday = {
  readonly id: TeamId;
  readonly name: LocalizedText;
  /** In the order of turns. */
  readonly waiting: readonly WaitingNow[];
  /** How long somebody waits at most, in whole minutes; 0 when nobody waits. */
  readonly longestWaitMinutes: number;
  /** Of those who wait: who came without appointment. */
  readonly walkIns: number;
  /** The longest delay that anybody has who waits or still comes, in whole minutes; 0 when on time. */
  readonly delayMinutes: number;
  /** The starts of those who come next and are not there yet. */
  readonly next: readonly number[];
  readonly seats: readonly ({ readonly id: SeatId; readonly name: string } & SeatNow)[];
  /** People whose time to be called back has come. */
  readonly callbacksDue: number;
  /** People whom no message reaches. */
  readonly toCall: number;
  /** Messages of today that did not arrive, or not yet. */
  readonly failingMessages: number;
  /** Appointments of today whose last device test failed. */
  readonly failedTests: number;
  /** Questions to the team that ran on after a conversation, of which the moment for an answer passed. */
  readonly overdueQuestions: number;
};

export type TodayView = {
  readonly serverNow: number;
  readonly teams: readonly TeamToday[];
};
