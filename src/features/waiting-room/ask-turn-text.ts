import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { readTextStops } from '#db/text-stops.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import type { TeamId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { canReceiveTexts } from '#journey/text-messages.ts';
import type { Clock } from '#ports/clock.ts';
import { readPhoneNumber } from '#shared/typed-phone-number.ts';
import { findTurnText, writeTurnText } from './turn-text.data.ts';
import type { TurnTextProblem } from './turn-text-problem.ts';

export type TurnTextFailure = { readonly code: Exclude<TurnTextProblem, 'tooMany'> };

/**
 * Asks for a text when it is nearly their turn, so that they may leave the page. Their place in the waiting room stays.
 * @param typed a number as typed; empty for the one that is known
 */
export async function askTurnText(
  clock: Clock,
  actor: VisitActor,
  typed: string,
): Promise<Result<'asked', TurnTextFailure>> {
  if (actor.role !== 'citizen') return fail({ code: 'over' });
  const { organisationId, appointmentId } = actor;
  return withOrganisation(organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    const known = await findTurnText(scope, appointmentId, clock.now());
    if (known === null || !known.isWaiting || known.isTold) return fail({ code: 'over' });
    const phone = typed.trim() === '' ? (known.turnTextPhone ?? known.phone) : readPhoneNumber(typed);
    if (phone === null) return fail({ code: typed.trim() === '' ? 'missing' : 'wrong' });
    if (!canReceiveTexts(phone)) return fail({ code: typed.trim() === '' ? 'missing' : 'notMobile' });
    if ((await readTextStops(scope, [phone])).size > 0) return fail({ code: 'stopped' });
    const at = clock.now();
    await writeTurnText(scope, appointmentId, { phone, at: new Date(at) });
    await tell(scope, actor, known.teamId, 'visit.turnTextAsked', at);
    return succeed('asked');
  });
}

/** Wants no text any more. One that left already stays sent. */
export async function dropTurnText(clock: Clock, actor: VisitActor): Promise<void> {
  if (actor.role !== 'citizen') return;
  const { organisationId, appointmentId } = actor;
  await withOrganisation(organisationId, async (scope) => {
    await holdAppointment(scope, appointmentId);
    const known = await findTurnText(scope, appointmentId, clock.now());
    if (known === null || known.turnTextPhone === null || known.isTold) return;
    await writeTurnText(scope, appointmentId, null);
    await tell(scope, actor, known.teamId, 'visit.turnTextDropped', clock.now());
  });
}

function tell(
  scope: OrganisationScope,
  actor: VisitActor,
  teamId: TeamId,
  type: string,
  at: number,
): Promise<void> {
  const { appointmentId } = actor;
  return recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type,
    actor: eventActorOf(actor),
    payload: { appointmentId },
    at,
  });
}
