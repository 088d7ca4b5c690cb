import type { StaffActor } from '#journey/actor.ts';
import type { SeatId } from '#journey/ids.ts';
import { localDateAt, periodOfDates } from '#journey/local-time.ts';
import { mayDo } from '#journey/permissions.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';

/** Which seats somebody may say this of: every one, the own one for the rest of today, or none. */
export function scopeOfAbsence(actor: StaffActor): 'everySeat' | 'ownSeatToday' | 'none' {
  if (mayDo(actor, 'planAnyAbsence')) return 'everySeat';
  return mayDo(actor, 'planOwnAbsence') && actor.seat !== null ? 'ownSeatToday' : 'none';
}

/** Whether the actor may say that nobody will be at this seat then. */
export function mayPlanAbsence(
  actor: StaffActor,
  { seatId, endAt }: Pick<Interval, 'endAt'> & { readonly seatId: SeatId },
  timeZone: string,
  now: EpochMilliseconds,
): boolean {
  const scope = scopeOfAbsence(actor);
  if (scope !== 'ownSeatToday') return scope === 'everySeat';
  const today = localDateAt(now, timeZone);
  return actor.seat?.id === seatId && endAt <= periodOfDates(today, today, timeZone).endAt;
}
