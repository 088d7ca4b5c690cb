import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import { isSameAvailability, type WantedAvailability } from '#journey/availability.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { endUnavailability, readSeated, startUnavailability } from './availability.data.ts';
import { type Workplace, workplaceOf } from './workplace.ts';

export type AvailabilityFailure = { readonly code: 'notFound' };

const eventTypes = { open: 'seat.opened', paused: 'seat.paused', closed: 'seat.closed' } as const;

/**
 * A clerk opens, pauses or closes the own seat. In a conversation it holds from its end on. The reason is kept for a week and stands in no
 * event, which are kept longer.
 */
export async function setAvailability(
  clock: Clock,
  actor: StaffActor,
  wanted: WantedAvailability,
): Promise<Result<null, AvailabilityFailure>> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  try {
    return await withOrganisation(actor.organisationId, (scope) =>
      change(scope, { actor, workplace, wanted, now: clock.now() }),
    );
  } catch (error) {
    // The same clerk chose in another tab at the same moment: the later choice holds.
    if (isUniqueViolation(error)) return setAvailability(clock, actor, wanted);
    throw error;
  }
}

type Change = {
  readonly actor: StaffActor;
  readonly workplace: Workplace;
  readonly wanted: WantedAvailability;
  readonly now: number;
};

async function change(
  scope: OrganisationScope,
  { actor, workplace, wanted, now }: Change,
): Promise<Result<null, AvailabilityFailure>> {
  const { seatId, teamId } = workplace;
  const { staffMemberId } = actor;
  const seated = await readSeated(scope, teamId, now);
  const own = seated.find((each) => each.seatId === seatId && each.clerk.id === staffMemberId);
  if (own === undefined) return fail({ code: 'notFound' });
  if (isSameAvailability(own.availability, wanted)) return succeed(null);
  const at = new Date(now);
  await endUnavailability(scope, { seatId }, at);
  if (wanted.state !== 'open') await startUnavailability(scope, { seatId, staffMemberId }, wanted, at);
  await recordEvent(scope, {
    streams: [`team:${teamId}`],
    type: eventTypes[wanted.state],
    actor: eventActorOf(actor),
    payload: { seatId },
    at: now,
  });
  return succeed(null);
}
