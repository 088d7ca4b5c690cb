import type { AppointmentId } from '#journey/ids.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';

/** The line for earlier times: who is asked first, until when, and who stands where. */

/** Somebody who asked for an earlier time. */
export type PersonInLine = {
  readonly appointmentId: AppointmentId;
  readonly askedAt: EpochMilliseconds;
  /** When the appointment is now. */
  readonly startAt: EpochMilliseconds;
  /** The times that were offered before, however that ended: nobody is asked for the same one twice. */
  readonly asked: readonly EpochMilliseconds[];
  /** Thinks about another offer at this moment. */
  readonly isBeingAsked: boolean;
};

const answerMinutes = 2 * 60;
/** Whoever accepts must still be able to be there. */
const leaveMinutes = 60;
/** A shorter time to answer is no offer. */
const leastMinutes = 15;

/**
 * Until when a freed time is kept for who is asked: two hours, and never past one hour before it. Null when that leaves no time to
 * answer.
 */
export function offerDeadline(startAt: EpochMilliseconds, now: EpochMilliseconds): EpochMilliseconds | null {
  const until = Math.min(addMinutes(now, answerMinutes), addMinutes(startAt, -leaveMinutes));
  return until < addMinutes(now, leastMinutes) ? null : (until as EpochMilliseconds);
}

/**
 * Who may be asked about a time that came free, in the order of asking: first who asked first. Not who has an earlier appointment
 * than that, who was asked about this very time, or who is thinking about another one; all of them keep their place.
 */
export function orderOfAsking(
  line: readonly PersonInLine[],
  freedStartAt: EpochMilliseconds,
): readonly PersonInLine[] {
  return inOrder(line).filter(
    ({ startAt, asked, isBeingAsked }) =>
      startAt > freedStartAt && !isBeingAsked && !asked.includes(freedStartAt),
  );
}

/** How many people of the team are asked before this one; null for who is not in line. */
export function peopleBefore(line: readonly PersonInLine[], id: AppointmentId): number | null {
  const index = inOrder(line).findIndex(({ appointmentId }) => appointmentId === id);
  return index === -1 ? null : index;
}

function inOrder(line: readonly PersonInLine[]): readonly PersonInLine[] {
  return [...line].sort((a, b) => a.askedAt - b.askedAt || (a.appointmentId < b.appointmentId ? -1 : 1));
}
