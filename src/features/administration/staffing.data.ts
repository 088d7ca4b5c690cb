import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { SeatId } from '#journey/ids.ts';
import { fromLocalDate, toLocalDate } from './dates.ts';
import type { StaffingPlan, StoredStaffing } from './staffing.ts';

/** When somebody works at a seat; none is whenever its team is open. */
export async function listStaffing(
  { db }: OrganisationScope,
  seatId: SeatId,
): Promise<readonly StoredStaffing[]> {
  const rows = await db.seatStaffing.findMany({
    where: { seatId },
    orderBy: [{ weekday: 'asc' }, { startsAtMinute: 'asc' }],
  });
  return rows.map(({ id, weekday, startsAtMinute, endsAtMinute, validFrom, validUntil }) => ({
    id,
    weekday,
    fromMinute: startsAtMinute,
    untilMinute: endsAtMinute,
    validFrom: validFrom && toLocalDate(validFrom),
    validUntil: validUntil && toLocalDate(validUntil),
  }));
}

/** @throws an exclusion violation when somebody else wrote stretches that overlap */
export async function writeStaffing(
  { db, organisationId }: OrganisationScope,
  seatId: SeatId,
  { remove, add }: StaffingPlan,
): Promise<void> {
  await db.seatStaffing.deleteMany({ where: { id: { in: [...remove] }, seatId } });
  await db.seatStaffing.createMany({
    data: add.map(({ weekday, fromMinute, untilMinute, validFrom, validUntil }) => ({
      organisationId,
      seatId,
      weekday,
      startsAtMinute: fromMinute,
      endsAtMinute: untilMinute,
      validFrom: validFrom && fromLocalDate(validFrom),
      validUntil: validUntil && fromLocalDate(validUntil),
    })),
  });
}
