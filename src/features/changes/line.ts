import type { AppointmentId } from '#journey/ids.ts';
import { addDays, type LocalDate, localDateAt, momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import { addMinutes, type EpochMilliseconds, MINUTE_MILLISECONDS } from '#journey/time.ts';

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
/** Nobody has to answer between these times on the wall: what is left goes on in the morning. */
const [dayBeginsAtMinute, dayEndsAtMinute] = [8 * 60, 21 * 60];
/** Whoever accepts must still be able to be there. */
const leaveMinutes = 60;
/** A shorter time to answer is no offer. */
const leastMinutes = 15;

/**
 * Until when a freed time is kept for who is asked: two hours of the day, and never past one hour before it. Null when that leaves no
 * time to answer.
 * @param timeZone IANA name
 */
export function offerDeadline(
  startAt: EpochMilliseconds,
  now: EpochMilliseconds,
  timeZone: string,
): EpochMilliseconds | null {
  const until = Math.min(twoHoursOfTheDay(now, timeZone), addMinutes(startAt, -leaveMinutes));
  return until < addMinutes(now, leastMinutes) ? null : (until as EpochMilliseconds);
}

function twoHoursOfTheDay(now: EpochMilliseconds, timeZone: string): EpochMilliseconds {
  const today = localDateAt(now, timeZone);
  const wall = (date: LocalDate, minute: number) =>
    momentOfWall(date, minute, readZoneOffsets(timeZone, date, date));
  const [begin, end] = [wall(today, dayBeginsAtMinute), wall(today, dayEndsAtMinute)];
  if (now < begin) return addMinutes(begin, answerMinutes);
  const left = Math.max(0, end - now) / MINUTE_MILLISECONDS;
  if (left >= answerMinutes) return addMinutes(now, answerMinutes);
  return addMinutes(wall(addDays(today, 1), dayBeginsAtMinute), answerMinutes - left);
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
