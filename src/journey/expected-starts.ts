import { expectMinutes, expectRest, type MeasuredPercents } from './measured-durations.ts';
import { MINUTE_MILLISECONDS } from './time.ts';

/** When everybody who still has to come to a team is expected to be helped. Moments are epoch milliseconds. */

/** Somebody who still has to be helped. */
export type Coming = {
  readonly id: string;
  /** The seat whose time was reserved; null for who came without appointment. */
  readonly seatId: string | null;
  /** The agreed time, or the one that was told to who came without appointment: nobody is promised to be earlier. */
  readonly startAt: number;
  /** As planned. */
  readonly durationMinutes: number;
  /** What conversations about the same took lately. */
  readonly measured: MeasuredPercents;
  /** Since when they wait; null while they are not there. */
  readonly arrivedAt: number | null;
  /** They come to a waiting room here. Of a call or a visit to the counter nobody says that it began. */
  readonly hasWaitingRoom: boolean;
  /** They were called already, and sent back to wait. */
  readonly again?: Again | null;
};

/** How somebody waits who was sent back. */
export type Again = {
  /** Since when. */
  readonly at: number;
  /** Before everybody else; else behind those whose time it is. */
  readonly isFirst: boolean;
  /** What of the conversation took place already. */
  readonly spokenMinutes: number;
};

/** A conversation that is going on. */
export type Running = {
  /** Where its clerk sits; null when that is nowhere any more. */
  readonly seatId: string | null;
  readonly admittedAt: number;
  /** As planned. */
  readonly durationMinutes: number;
  readonly measured: MeasuredPercents;
};

export type RunningDay = {
  readonly coming: readonly Coming[];
  readonly running: readonly Running[];
  /** Seats at which a clerk receives people now. */
  readonly seatsInUse: readonly string[];
  /** Seats whose clerk receives nobody for a while, or after the conversation that goes on there. */
  readonly seatsPaused: readonly string[];
  /** Seats whose clerk receives nobody any more today. */
  readonly seatsClosed: readonly string[];
};

/** A conversation that takes longer than any before is expected to end this long from now, again and again. */
const overrunMinutes = 2;
/** So close to the agreed time, a counter without anybody may well stay so. */
const soonMinutes = 5;

/**
 * When each is expected to be helped, never before the agreed time and never in the past; null when nobody can say.
 * Whoever is first takes the seat in use that comes free first, whichever was reserved: any clerk of the team may help. Who should
 * have been there and is not keeps nobody waiting. A time that is still far at a seat where nobody sits yet, or that pauses, is believed;
 * one at a seat that closed for the day falls to the others.
 */
export function expectStarts(day: RunningDay, now: number): ReadonlyMap<string, number | null> {
  const seats = freeSeats(day, now);
  const elsewhere = new Map<string | null, number>();
  const expected = new Map<string, number | null>();
  for (const person of [...day.coming].sort(byTurn)) {
    const { id, seatId } = person;
    const startAt = person.again ? now : person.startAt;
    const lasts = Math.round(minutesToCome(person) * MINUTE_MILLISECONDS);
    if (startAt <= now && person.arrivedAt === null) {
      if (!person.hasWaitingRoom)
        occupy(seats, seatId, startAt + person.durationMinutes * MINUTE_MILLISECONDS);
      expected.set(id, null);
      continue;
    }
    const isFar = startAt - now > soonMinutes * MINUTE_MILLISECONDS;
    // No seat waits for who came without appointment: they are helped at those that are in use.
    const isOwn = seatId === null || seats.some((seat) => seat.id === seatId);
    const isClosed = seatId !== null && day.seatsClosed.includes(seatId);
    if (seats.length === 0 && isClosed) {
      expected.set(id, null);
      continue;
    }
    if (seats.length === 0 || (isFar && !isOwn && !isClosed)) {
      const at = Math.max(startAt, elsewhere.get(seatId) ?? now, now);
      elsewhere.set(seatId, at + lasts);
      expected.set(id, isFar && at === startAt ? at : null);
      continue;
    }
    const seat = seats.reduce((best, each) => (each.freeAt < best.freeAt ? each : best));
    const at = Math.max(seat.freeAt, startAt, now);
    seat.freeAt = at + lasts;
    expected.set(id, at);
  }
  return expected;
}

/** Who was sent back to be the first goes before everybody; then in the order of the agreed times, and of arrival where these are the same. */
export function byTurn(a: Omit<Coming, 'seatId'>, b: Omit<Coming, 'seatId'>): number {
  const firsts = Number(b.again?.isFirst ?? false) - Number(a.again?.isFirst ?? false);
  const arrival = (a.arrivedAt ?? Number.MAX_SAFE_INTEGER) - (b.arrivedAt ?? Number.MAX_SAFE_INTEGER);
  return firsts || turnAt(a) - turnAt(b) || arrival || (a.id < b.id ? -1 : 1);
}

/** By this moment turns are ordered. */
function turnAt({ startAt, again }: Pick<Coming, 'startAt' | 'again'>): number {
  if (!again) return startAt;
  return again.isFirst ? again.at : Math.max(startAt, again.at);
}

/** Those who are there, in the order of their turns. */
export function orderTurns<Person extends Coming>(coming: readonly Person[]): readonly Person[] {
  return coming.filter(({ arrivedAt }) => arrivedAt !== null).sort(byTurn);
}

function minutesToCome({ durationMinutes, measured, again }: Coming): number {
  if (!again) return expectMinutes(durationMinutes, measured);
  return expectRest(durationMinutes, measured, again.spokenMinutes) ?? overrunMinutes;
}

type Seat = { readonly id: string | null; freeAt: number };

/** The seats where somebody is helped now or can be, and from when on. Where a conversation is followed by a pause, nobody can be. */
function freeSeats({ running, seatsInUse, seatsPaused, seatsClosed }: RunningDay, now: number): Seat[] {
  const resting = new Set([...seatsPaused, ...seatsClosed]);
  const seats: Seat[] = [...new Set(seatsInUse)].map((id) => ({ id, freeAt: now }));
  for (const conversation of running) {
    if (conversation.seatId !== null && resting.has(conversation.seatId)) continue;
    const seat = seats.find(({ id, freeAt }) => id === conversation.seatId && freeAt === now);
    const freeAt = expectEnd(conversation, now);
    if (seat === undefined) seats.push({ id: null, freeAt });
    else seat.freeAt = freeAt;
  }
  return seats;
}

function occupy(seats: readonly Seat[], seatId: string | null, until: number): void {
  const seat = seats.find(({ id }) => id === seatId);
  if (seat !== undefined) seat.freeAt = Math.max(seat.freeAt, until);
}

function expectEnd({ admittedAt, durationMinutes, measured }: Running, now: number): number {
  const rest = expectRest(durationMinutes, measured, (now - admittedAt) / MINUTE_MILLISECONDS);
  return now + Math.round((rest ?? overrunMinutes) * MINUTE_MILLISECONDS);
}

/** Whole minutes later than agreed; 0 when on time. */
export function delayMinutesOf(expectedAt: number, startAt: number): number {
  return Math.max(0, Math.floor((expectedAt - startAt) / MINUTE_MILLISECONDS));
}

/** So long before their turn people who left the waiting room for a while are called back to it. */
const nearMinutes = 5;

/** Whether it is nearly somebody's turn. @param expectedAt null when nobody can say */
export function isTurnNear(expectedAt: number | null, now: number): boolean {
  return expectedAt !== null && expectedAt - now <= nearMinutes * MINUTE_MILLISECONDS;
}
