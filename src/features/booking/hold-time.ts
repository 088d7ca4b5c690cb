import { isExclusionViolation, isUniqueViolation } from '#db/errors.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { holdTeam } from '#db/team-turn.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { BookingFailure, BookingTools } from './booking-request.ts';
import { findPlace, type Place } from './find-place.ts';
import {
  deleteExpiredHolds,
  deleteHold,
  findHold,
  type Hold,
  insertHold,
  updateHoldEnd,
} from './hold.data.ts';

/** Long enough to type one's details. */
const holdMinutes = 5;
const mostProlongations = 3;
/** One more at the seat may be quicker, now and then. */
const mostTries = 10;

export type HoldRequest = {
  readonly organisation: { readonly id: OrganisationId; readonly timeZone: string };
  readonly wish: AppointmentWish;
  readonly startAt: EpochMilliseconds;
  /** The form's submission key, or the offer's id: one holds one time. UUID. */
  readonly holderKey: string;
};

export type Held = {
  readonly expiresAt: EpochMilliseconds;
  /** How often it can be prolonged still. */
  readonly prolongations: number;
};

/**
 * Keeps a time free for five minutes. Who holds another time lets go of it; who holds this very one already goes on as before, so
 * that loading a page again wins no time. The appointments' own constraint stays the judge: a hold makes nobody sure.
 */
export async function holdTime(
  tools: Pick<BookingTools, 'clock' | 'readServiceTime'>,
  request: HoldRequest,
): Promise<Result<Held, BookingFailure>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withOrganisation(request.organisation.id, (scope) => holdInside(scope, tools, request));
    } catch (error) {
      const lost = isExclusionViolation(error) || isUniqueViolation(error);
      if (!lost || tries === mostTries) throw error;
    }
  }
}

async function holdInside(
  scope: OrganisationScope,
  { clock, readServiceTime }: Pick<BookingTools, 'clock' | 'readServiceTime'>,
  { organisation, wish, startAt, holderKey }: HoldRequest,
): Promise<Result<Held, BookingFailure>> {
  const now = epochMilliseconds(clock.now());
  const question = { wish: { ...wish, holderKey }, timeZone: organisation.timeZone, startAt, now };
  const first = await findPlace(scope, readServiceTime, question);
  if (!first.ok) return first;
  await holdTeam(scope, first.value.teamId);
  const second = await findPlace(scope, readServiceTime, question);
  if (!second.ok) return second;
  const place = second.value;
  const earlier = await findHold(scope, holderKey);
  if (earlier !== null && earlier.expiresAt > now && isSameTime(earlier, place))
    return succeed(toHeld(earlier));
  await deleteHold(scope, holderKey);
  await deleteExpiredHolds(scope, place.teamId, now);
  const { teamId, seatId, occupiedFromAt, occupiedUntilAt } = place;
  const hold: Hold = {
    teamId,
    seatId,
    channel: wish.channel,
    holderKey,
    occupiedFromAt,
    occupiedUntilAt,
    createdAt: now,
    expiresAt: addMinutes(now, holdMinutes),
  };
  await insertHold(scope, hold);
  return succeed(toHeld(hold));
}

function isSameTime(hold: Hold, { teamId, occupiedFromAt, occupiedUntilAt }: Place): boolean {
  return (
    hold.teamId === teamId &&
    hold.occupiedFromAt === occupiedFromAt &&
    hold.occupiedUntilAt === occupiedUntilAt
  );
}

/** Every prolongation adds as much as a hold lasts, so its length tells how many there were. */
function toHeld({ createdAt, expiresAt }: Hold): Held {
  const lengths = Math.round((expiresAt - createdAt) / (addMinutes(createdAt, holdMinutes) - createdAt));
  return { expiresAt, prolongations: 1 + mostProlongations - lengths };
}

type HoldKey = { readonly organisation: { readonly id: OrganisationId }; readonly holderKey: string };

/** Keeps a time free for five minutes more. */
export async function prolongHold(
  { clock }: { readonly clock: Clock },
  { organisation, holderKey }: HoldKey,
): Promise<Result<Held, { readonly code: 'holdGone' | 'prolongedEnough' }>> {
  return withOrganisation(organisation.id, async (scope) => {
    const hold = await findHold(scope, holderKey);
    if (hold === null || hold.expiresAt <= clock.now()) return fail({ code: 'holdGone' });
    if (toHeld(hold).prolongations <= 0) return fail({ code: 'prolongedEnough' });
    const expiresAt = addMinutes(hold.expiresAt, holdMinutes);
    // Two clicks at once: both find it prolonged, once.
    await updateHoldEnd(scope, hold, expiresAt);
    return succeed(toHeld({ ...hold, expiresAt }));
  });
}

/**
 * How a holder keeps a time: `over` when that is past, null when nothing, or another time, is held. Changes nothing, so that a page may ask
 * whoever looks at it.
 * @param occupiedFromAt of the place that the time would have
 */
export async function findHeld(
  { clock }: { readonly clock: Clock },
  { organisation, holderKey, occupiedFromAt }: HoldKey & { readonly occupiedFromAt: EpochMilliseconds },
): Promise<Held | 'over' | null> {
  const hold = await withOrganisation(organisation.id, (scope) => findHold(scope, holderKey));
  if (hold === null || hold.occupiedFromAt !== occupiedFromAt) return null;
  return hold.expiresAt <= clock.now() ? 'over' : toHeld(hold);
}

/** Lets go of a time at once; nothing happens when nothing is held. */
export async function releaseHold({ organisation, holderKey }: HoldKey): Promise<void> {
  await withOrganisation(organisation.id, (scope) => deleteHold(scope, holderKey));
}
