import type { AppointmentId, SeatId } from '#journey/ids.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import { chooseFew, type DecidingPlace, type InsteadTimes, insteadTimes } from './instead-times.ts';

/** A time that somebody could have instead, and the seats that are free for it. */
export type FreePlaces = Interval & { readonly seatIds: readonly SeatId[] };

/** An appointment that loses its place. */
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
  /** Other times to choose from, of several days; those earlier on its day come last. */
  readonly otherTimes: readonly EpochMilliseconds[];
};

type Place = Interval & { readonly seatId: SeatId };

/**
 * Plans what becomes of appointments that lose their place, such as those of a seat where nobody will be: the same time at another seat, else a later time of the day, else
 * one of the days that follow, else none. Nobody is proposed an earlier time, or one too soon to be told of. Nobody who can keep the time
 * loses it to somebody who cannot; no two get one seat at once; every appointment comes out once, in order of start.
 */
export function planAbsence(
  absent: AbsentSeat | null,
  appointments: readonly AffectedAppointment[],
  deciding: DecidingPlace,
): readonly PlannedAppointment[] {
  const taken: Place[] = [];
  const planned = new Map<AppointmentId, PlannedAppointment>();
  const inOrder = [...appointments]
    .sort((a, b) => a.startAt - b.startAt)
    .map((appointment) => withPlaces(absent, appointment, deciding));
  const settle = ({ appointment, same, instead }: WithPlaces, outcome: PlannedAppointment['outcome']) => {
    if (outcome.kind !== 'cancel')
      taken.push(occupationAt(appointment, outcome.seatId, startOf(outcome, appointment)));
    planned.set(appointment.id, {
      id: appointment.id,
      outcome,
      canStay: same !== undefined,
      otherTimes: chooseFew(instead).map(({ startAt }) => startAt),
    });
  };
  const seatFor = ({ appointment }: WithPlaces, place: FreePlaces) =>
    place.seatIds.find((seatId) => {
      const wanted = occupationAt(appointment, seatId, place.startAt);
      return !taken.some((other) => other.seatId === seatId && overlap(other, wanted));
    });

  for (const each of inOrder) {
    const seatId = each.same && seatFor(each, each.same);
    if (seatId !== undefined) settle(each, { kind: 'sameTime', seatId });
  }
  for (const each of inOrder) if (!planned.has(each.appointment.id)) settle(each, firstPlace(each, seatFor));
  return inOrder.map(({ appointment }) => planned.get(appointment.id) as PlannedAppointment);
}

type WithPlaces = {
  readonly appointment: AffectedAppointment;
  /** Its own time, at other seats. */
  readonly same: FreePlaces | undefined;
  readonly instead: InsteadTimes<FreePlaces>;
};

function firstPlace(
  each: WithPlaces,
  seatFor: (each: WithPlaces, place: FreePlaces) => SeatId | undefined,
): PlannedAppointment['outcome'] {
  const { sameDay, nextDays } = each.instead;
  for (const place of [...sameDay, ...nextDays.flat()]) {
    const seatId = seatFor(each, place);
    if (seatId !== undefined) return { kind: 'otherTime', seatId, startAt: place.startAt };
  }
  return { kind: 'cancel' };
}

/** The times that it can have, without the seat where nobody is. */
export function withPlaces(
  absent: AbsentSeat | null,
  appointment: AffectedAppointment,
  deciding: DecidingPlace,
): WithPlaces {
  const places = appointment.free
    .map((place) => {
      if (absent === null) return place;
      const there = occupationAt(appointment, absent.seatId, place.startAt);
      if (!overlap(there, absent)) return place;
      return { ...place, seatIds: place.seatIds.filter((seatId) => seatId !== absent.seatId) };
    })
    .filter(({ seatIds }) => seatIds.length > 0);
  return {
    appointment,
    same: places.find(({ startAt }) => startAt === appointment.startAt),
    instead: insteadTimes(appointment, places, deciding),
  };
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
