import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import type { AbsenceTools } from './absence-tools.ts';
import { type Affected, type AffectedRow, readAffected } from './affected.data.ts';
import { chooseFew, type DecidingPlace } from './instead-times.ts';
import {
  type AbsentSeat,
  type FreePlaces,
  type PlannedAppointment,
  planAbsence,
  withPlaces,
} from './plan-absence.ts';

/** An appointment that loses its place, with what is proposed and what else could be done. */
export type AffectedPlan = {
  readonly facts: AffectedRow;
  readonly plan: PlannedAppointment;
  /** When it could be by telephone instead: at its own time, else the first later one; null when not at all. */
  readonly byPhoneAt: EpochMilliseconds | null;
};

type Tools = Pick<AbsenceTools, 'readOfferedDays'>;

/** What would become of appointments that lose their place, in order of start. @param absent the seat where nobody will be; null when it is about no seat */
export async function lookAtAffected(
  scope: OrganisationScope,
  tools: Tools,
  { affected, absent, ...deciding }: DecidingPlace & { affected: Affected; absent: AbsentSeat | null },
): Promise<readonly AffectedPlan[]> {
  const rows = await readAffected(scope, affected, deciding.now);
  const asked: (AffectedRow & { free: readonly FreePlaces[]; byPhone: readonly FreePlaces[] })[] = [];
  // One after another: a transaction has one connection.
  for (const row of rows) {
    // Whose service is not held on the channel any more gets no other time on it: it would fit no better.
    const fits = absent !== null || row.isOnOfferedChannel;
    const free = fits ? await readFree(scope, tools, row, row.channel, deciding) : [];
    const byPhone = row.canBeCalled ? await readFree(scope, tools, row, 'phone', deciding) : [];
    asked.push({ ...row, free: absent === null ? withoutOwnPlace(row, free) : free, byPhone });
  }
  const known = new Map(asked.map((row) => [row.id, row]));
  return planAbsence(absent, asked, deciding).map((plan) => {
    const { free: _free, byPhone, ...facts } = known.get(plan.id) as (typeof asked)[number];
    const { same, instead } = withPlaces(absent, { ...facts, free: byPhone }, deciding);
    const place = same ?? chooseFew(instead).find(({ startAt }) => startAt > facts.startAt);
    return { facts, plan, byPhoneAt: place?.startAt ?? null };
  });
}

/** Where it no longer fits is no place for it. */
function withoutOwnPlace(row: AffectedRow, free: readonly FreePlaces[]): readonly FreePlaces[] {
  return free.map((place) =>
    place.startAt === row.startAt
      ? { ...place, seatIds: place.seatIds.filter((seatId) => seatId !== row.seatId) }
      : place,
  );
}

async function readFree(
  scope: OrganisationScope,
  { readOfferedDays }: Tools,
  row: AffectedRow,
  channel: Channel,
  { timeZone, now }: DecidingPlace,
): Promise<readonly FreePlaces[]> {
  const wish = wishInstead(row, { audience: 'staff', channel });
  const days = (await readOfferedDays(scope, { wish, timeZone, now })) ?? [];
  return days.flatMap(({ morning, afternoon, evening }) => [...morning, ...afternoon, ...evening]);
}
