import type { AppointmentId, SeatId } from '#journey/ids.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';

/** A time that somebody could have instead, and the seats that are free for it. */
export type FreePlaces = Interval & { readonly seatIds: readonly SeatId[] };

/** An appointment at the seat where nobody will be. */
export type AffectedAppointment = Interval & {
  readonly id: AppointmentId;
  /** The seat's occupation, buffers included. */
  readonly occupiedFromAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  /** Times that fit its services, channel and needs, as if it were not booked; also on the absent seat. */
  readonly free: readonly FreePlaces[];
};

export type AbsentSeat = Interval & { readonly seatId: SeatId };

/** What would happen to an appointment, and what else could. */
export type PlannedAppointment = {
  readonly id: AppointmentId;
  readonly outcome:
    | { readonly kind: 'sameTime'; readonly seatId: SeatId }
    | { readonly kind: 'otherTime'; readonly seatId: SeatId; readonly startAt: EpochMilliseconds }
    | { readonly kind: 'cancel' };
  /** It could keep its time: another seat is free then, whatever becomes of the others. */
  readonly canStay: boolean;
  /** Other times to choose from, the nearest first. */
  readonly otherTimes: readonly EpochMilliseconds[];
};

const mostOtherTimes = 12;

type Place = Interval & { readonly seatId: SeatId };

/**
 * Plans what becomes of the appointments of a seat where nobody will be: the same time at another seat, else the nearest other time,
 * else none. Nobody who can keep the time loses it to somebody who cannot; no two get one seat at once; every appointment comes out
 * once, in order of start.
 */
export function planAbsence(
  absent: AbsentSeat,
  appointments: readonly AffectedAppointment[],
): readonly PlannedAppointment[] {
  const taken: Place[] = [];
  const planned = new Map<AppointmentId, PlannedAppointment>();
  const inOrder = [...appointments].sort((a, b) => a.startAt - b.startAt);
  const places = new Map(inOrder.map((appointment) => [appointment.id, placesOf(absent, appointment)]));
  const settle = (appointment: AffectedAppointment, outcome: PlannedAppointment['outcome']) => {
    const free = places.get(appointment.id) ?? [];
    if (outcome.kind !== 'cancel')
      taken.push(occupationAt(appointment, outcome.seatId, startOf(outcome, appointment)));
    planned.set(appointment.id, {
      id: appointment.id,
      outcome,
      canStay: free.some(({ startAt }) => startAt === appointment.startAt),
      otherTimes: free
        .map(({ startAt }) => startAt)
        .filter((startAt) => startAt !== appointment.startAt)
        .slice(0, mostOtherTimes),
    });
  };
  const seatFor = (appointment: AffectedAppointment, place: FreePlaces) =>
    place.seatIds.find((seatId) => {
      const wanted = occupationAt(appointment, seatId, place.startAt);
      return !taken.some((other) => other.seatId === seatId && overlap(other, wanted));
    });

  for (const appointment of inOrder) {
    const same = places.get(appointment.id)?.find(({ startAt }) => startAt === appointment.startAt);
    const seatId = same && seatFor(appointment, same);
    if (seatId !== undefined) settle(appointment, { kind: 'sameTime', seatId });
  }
  for (const appointment of inOrder.filter(({ id }) => !planned.has(id)))
    settle(appointment, nearestPlace(appointment, places.get(appointment.id) ?? [], seatFor));
  return inOrder.map(({ id }) => planned.get(id) as PlannedAppointment);
}

function nearestPlace(
  appointment: AffectedAppointment,
  places: readonly FreePlaces[],
  seatFor: (appointment: AffectedAppointment, place: FreePlaces) => SeatId | undefined,
): PlannedAppointment['outcome'] {
  for (const place of places) {
    const seatId = seatFor(appointment, place);
    if (seatId !== undefined) return { kind: 'otherTime', seatId, startAt: place.startAt };
  }
  return { kind: 'cancel' };
}

/** The times that it can have, the nearest first and of two the later, without the seat where nobody is. */
function placesOf(absent: AbsentSeat, appointment: AffectedAppointment): readonly FreePlaces[] {
  const distance = ({ startAt }: Interval) => Math.abs(startAt - appointment.startAt);
  return appointment.free
    .map((place) => {
      const there = occupationAt(appointment, absent.seatId, place.startAt);
      if (!overlap(there, absent)) return place;
      return { ...place, seatIds: place.seatIds.filter((seatId) => seatId !== absent.seatId) };
    })
    .filter(({ seatIds }) => seatIds.length > 0)
    .sort((a, b) => distance(a) - distance(b) || b.startAt - a.startAt);
}

function startOf(
  outcome: Exclude<PlannedAppointment['outcome'], { kind: 'cancel' }>,
  { startAt }: AffectedAppointment,
): EpochMilliseconds {
  return outcome.kind === 'otherTime' ? outcome.startAt : startAt;
}

/** The same buffers around another start. */
function occupationAt(appointment: AffectedAppointment, seatId: SeatId, startAt: EpochMilliseconds): Place {
  const shift = startAt - appointment.startAt;
  return {
    seatId,
    startAt: (appointment.occupiedFromAt + shift) as EpochMilliseconds,
    endAt: (appointment.occupiedUntilAt + shift) as EpochMilliseconds,
  };
}

function overlap(a: Interval, b: Interval): boolean {
  return a.startAt < b.endAt && b.startAt < a.endAt;
}
