import type { Channel } from '#journey/appointment-wish.ts';
import type {
  AppointmentId,
  AppointmentReference,
  LocationId,
  SeatId,
  ServiceId,
  TeamId,
} from '#journey/ids.ts';
import { addDays, type LocalDate, toZonedDateTime, weekdayOf } from '#journey/local-time.ts';
import type { Interval } from '#journey/time.ts';

/** A stretch of a weekday, in minutes of local wall time, with the dates between which it holds (both included). */
export type WeeklyStretch = {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
};

export type OpenStretch = WeeklyStretch & {
  readonly teamId: TeamId;
  readonly channel: Channel;
  readonly locationId: LocationId | null;
  /** The only seats that are open then; none is all of the team's. */
  readonly seatIds: readonly SeatId[];
};

export type FitSeat = {
  readonly id: SeatId;
  readonly locationId: LocationId | null;
  readonly channels: readonly Channel[];
  readonly isRetired: boolean;
  /** None is all of its team's. */
  readonly serviceIds: readonly ServiceId[];
  /** None is whenever its team is open. */
  readonly staffing: readonly WeeklyStretch[];
  readonly absences: readonly Interval[];
};

/** All that decides whether an appointment can take place as it was agreed. */
export type FitRules = {
  readonly timeZone: string;
  readonly hours: readonly OpenStretch[];
  readonly holidays: ReadonlySet<LocalDate>;
  readonly closures: ReadonlyMap<TeamId, ReadonlySet<LocalDate>>;
  readonly seats: ReadonlyMap<SeatId, FitSeat>;
  readonly services: ReadonlyMap<
    ServiceId,
    { readonly teamId: TeamId; readonly channels: readonly Channel[] }
  >;
};

export type BookedAppointment = Interval & {
  readonly id: AppointmentId;
  readonly reference: AppointmentReference;
  readonly citizenName: string;
  readonly teamId: TeamId;
  readonly seatId: SeatId;
  readonly channel: Channel;
  readonly serviceIds: readonly ServiceId[];
};

export const misfitReasons = [
  'holiday',
  'closure',
  'closed',
  'seatClosed',
  'seatRetired',
  'absent',
  'notStaffed',
  'seatChannel',
  'seatSkill',
  'serviceChannel',
  'otherTeam',
] as const;
export type MisfitReason = (typeof misfitReasons)[number];

/** Why an appointment does not fit the rules as they are, the plainest reason first; null when it does. */
export function findMisfit(appointment: BookedAppointment, rules: FitRules): MisfitReason | null {
  const seat = rules.seats.get(appointment.seatId);
  const pieces = piecesOf(appointment, rules.timeZone);
  return (
    misfitOfDay(appointment, rules, pieces, seat?.locationId ?? null) ??
    (seat === undefined ? null : misfitOfSeat(appointment, seat, pieces)) ??
    misfitOfService(appointment, rules)
  );
}

type Piece = { readonly date: LocalDate; readonly fromMinute: number; readonly untilMinute: number };

const minutesOfDay = 1440;

/** The wall time of an appointment, date by date: one that runs past midnight has two pieces. */
function piecesOf({ startAt, endAt }: Interval, timeZone: string): Piece[] {
  const start = toZonedDateTime(startAt, timeZone);
  const pieces: Piece[] = [];
  let date = start.toPlainDate().toString() as LocalDate;
  let fromMinute = start.hour * 60 + start.minute;
  let left = (endAt - startAt) / 60_000;
  while (left > 0) {
    const untilMinute = Math.min(minutesOfDay, fromMinute + left);
    pieces.push({ date, fromMinute, untilMinute });
    left -= untilMinute - fromMinute;
    date = addDays(date, 1);
    fromMinute = 0;
  }
  return pieces;
}

function misfitOfDay(
  { teamId, channel, seatId }: BookedAppointment,
  rules: FitRules,
  pieces: readonly Piece[],
  locationId: LocationId | null,
): MisfitReason | null {
  if (pieces.some(({ date }) => rules.holidays.has(date))) return 'holiday';
  const closures = rules.closures.get(teamId);
  if (pieces.some(({ date }) => closures?.has(date))) return 'closure';
  const hours = rules.hours.filter(
    (open) =>
      open.teamId === teamId &&
      open.channel === channel &&
      (open.locationId === null || open.locationId === locationId),
  );
  if (!pieces.every((piece) => isCovered(piece, hours))) return 'closed';
  const ofSeat = hours.filter(({ seatIds }) => seatIds.length === 0 || seatIds.includes(seatId));
  return pieces.every((piece) => isCovered(piece, ofSeat)) ? null : 'seatClosed';
}

function misfitOfSeat(
  { channel, serviceIds, startAt, endAt }: BookedAppointment,
  seat: FitSeat,
  pieces: readonly Piece[],
): MisfitReason | null {
  if (seat.isRetired) return 'seatRetired';
  if (seat.absences.some((absence) => absence.startAt < endAt && startAt < absence.endAt)) return 'absent';
  if (seat.staffing.length > 0 && !pieces.every((piece) => isCovered(piece, seat.staffing)))
    return 'notStaffed';
  if (!seat.channels.includes(channel)) return 'seatChannel';
  const isSkilled = seat.serviceIds.length === 0 || serviceIds.every((id) => seat.serviceIds.includes(id));
  return isSkilled ? null : 'seatSkill';
}

function misfitOfService(
  { channel, teamId, serviceIds }: BookedAppointment,
  rules: FitRules,
): MisfitReason | null {
  const services = serviceIds.flatMap((id) => rules.services.get(id) ?? []);
  if (services.some(({ channels }) => !channels.includes(channel))) return 'serviceChannel';
  return services.some((service) => service.teamId !== teamId) ? 'otherTeam' : null;
}

/** Whether stretches that hold on the piece's date cover all of it, also several that touch. */
function isCovered({ date, fromMinute, untilMinute }: Piece, stretches: readonly WeeklyStretch[]): boolean {
  const weekday = weekdayOf(date);
  let reached = fromMinute;
  const ofDay = stretches
    .filter((stretch) => stretch.weekday === weekday && holdsOn(stretch, date))
    .sort((a, b) => a.fromMinute - b.fromMinute);
  for (const stretch of ofDay) {
    if (stretch.fromMinute <= reached) reached = Math.max(reached, stretch.untilMinute);
  }
  return reached >= untilMinute;
}

/** Whether a stretch holds on a date of its weekday. */
export function holdsOn({ validFrom, validUntil }: WeeklyStretch, date: LocalDate): boolean {
  return (validFrom === null || validFrom <= date) && (validUntil === null || date <= validUntil);
}
