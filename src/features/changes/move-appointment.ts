import { isExclusionViolation } from '#db/errors.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { holdTeam } from '#db/team-turn.ts';
import { eventActorOf } from '#journey/actor.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { AppointmentId, LocationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type EpochMilliseconds, epochMilliseconds, type Interval } from '#journey/time.ts';
import type { ChangeTools, OrganisationPlace } from './change-tools.ts';
import { type ChangeableAppointment, findChangeable } from './changeable.data.ts';
import { type ChangeActor, hasSayIn, mayChangeAt } from './may-change.ts';
import { rearrange } from './rearrange.ts';

export type MoveRequest = {
  readonly organisation: OrganisationPlace;
  readonly appointmentId: AppointmentId;
  readonly startAt: EpochMilliseconds;
  /** Left out: the one that it has. */
  readonly channel?: Channel;
  /** Of the counter, left out: where it is; null is at any building. */
  readonly locationId?: LocationId | null;
  /** E.164: where to call, when there was no number yet. */
  readonly phone?: string;
  /** Under which the new time is held for whoever asks: no obstacle, and let go of when it is theirs. */
  readonly holderKey?: string | null;
};

export type MoveFailure =
  /** No such appointment, or the actor has no say in it: the same answer. */
  | { readonly code: 'notYours' }
  /** Cancelled, in conversation, or over. */
  | { readonly code: 'tooLate' }
  /** By telephone, and nobody knows the number. */
  | { readonly code: 'phoneMissing' }
  /** Somebody has it, or it is not offered (any more): the old time stays. The nearest free ones, in order. */
  | { readonly code: 'timeTaken' | 'timeNotOffered'; readonly nearest: readonly Interval[] };

export type Moved = { readonly startAt: EpochMilliseconds; readonly channel: Channel };

/** Others of the team may book the last seat between the question and the writing only without the team's turn: a few tries. */
const mostTries = 5;

/**
 * Moves an appointment to another time, another channel, or both, for the citizen whose it is or for staff. Link, visits, device
 * test and history stay. One transaction: the old time is given up by the very statement that takes the new one, and whoever loses
 * a race keeps the old one. Said again, it changes nothing.
 */
export async function moveAppointment(
  tools: ChangeTools,
  actor: ChangeActor,
  request: MoveRequest,
): Promise<Result<Moved, MoveFailure>> {
  if (!hasSayIn(actor, request.appointmentId)) return fail({ code: 'notYours' });
  for (let tries = 1; ; tries += 1) {
    try {
      return await withOrganisation(actor.organisationId, (scope) =>
        moveInside(scope, tools, actor, request),
      );
    } catch (error) {
      if (!isExclusionViolation(error) || tries === mostTries) throw error;
    }
  }
}

async function moveInside(
  scope: OrganisationScope,
  tools: ChangeTools,
  actor: ChangeActor,
  request: MoveRequest,
): Promise<Result<Moved, MoveFailure>> {
  const appointment = await takeTurn(scope, request.appointmentId);
  if (appointment === null) return fail({ code: 'notYours' });
  const now = epochMilliseconds(tools.clock.now());
  if (mayChangeAt(appointment, actor, now) !== 'change') return fail({ code: 'tooLate' });
  const { startAt, channel = appointment.channel, locationId, phone } = request;
  if (isSame(appointment, request)) return succeed({ startAt, channel });
  if (channel === 'phone' && appointment.phone === null && phone === undefined)
    return fail({ code: 'phoneMissing' });
  const moved = await rearrange(scope, tools, appointment, {
    actor: eventActorOf(actor),
    audience: actor.kind === 'staff' ? 'staff' : 'citizen',
    timeZone: request.organisation.timeZone,
    startAt,
    channel,
    locationId,
    phone: appointment.phone ?? phone ?? null,
    offer: null,
    holderKey: request.holderKey ?? null,
    now,
  });
  return moved.ok ? succeed({ startAt, channel }) : moved;
}

/** The appointment as it is, when its team's turn and its own row are ours until the transaction ends. */
export async function takeTurn(
  scope: OrganisationScope,
  id: AppointmentId,
): Promise<ChangeableAppointment | null> {
  const before = await findChangeable(scope, id);
  if (before === null) return null;
  await holdTeam(scope, before.teamId);
  await holdAppointment(scope, id);
  return findChangeable(scope, id);
}

function isSame(
  appointment: ChangeableAppointment,
  { startAt, channel = appointment.channel, locationId = appointment.locationId }: MoveRequest,
): boolean {
  const isThere = channel !== 'counter' || locationId === null || locationId === appointment.locationId;
  return startAt === appointment.startAt && channel === appointment.channel && isThere;
}
