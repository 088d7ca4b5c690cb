import { readLevel } from '#db/assurance.ts';
import { holdRequest, moveRequest, tellOfRequest } from '#db/requests.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import { reachesLevel } from '#journey/assurance-level.ts';
import type { AppointmentId, RequestId, RequestStatementId, VisitId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { asClerk } from './as-clerk.ts';
import {
  type AskedAbout,
  addRequest,
  isAskedAlready,
  isComingAlong,
  listStatements,
} from './requests.data.ts';

export type AskFailure = {
  readonly code: /** Unknown, of another team or not stated by a service of this appointment: the same answer. */
    | 'notFound'
    /** The appointment is over. */
    | 'over'
    /** The same is asked of the same person already. */
    | 'asked'
    /** Who it is asked of was not identified so well. */
    | 'levelTooLow';
};

export type Ask = {
  readonly statementId: RequestStatementId;
  /** Null is the citizen. */
  readonly companionVisitId: VisitId | null;
};

/** A clerk asks something of one person, as a service of the appointment states it; nothing else can be asked. */
export function askRequest(
  clock: Clock,
  actor: StaffActor,
  appointmentId: AppointmentId,
  { statementId, companionVisitId }: Ask,
): Promise<Result<{ readonly id: RequestId }, AskFailure>> {
  return asClerk<{ readonly id: RequestId }, AskFailure>(actor, appointmentId, async (scope, about) => {
    if (isOver(about)) return fail({ code: 'over' });
    const statement = (await listStatements(scope, appointmentId)).find(({ id }) => id === statementId);
    if (statement === undefined) return fail({ code: 'notFound' });
    if (companionVisitId !== null && !(await isComingAlong(scope, appointmentId, companionVisitId)))
      return fail({ code: 'notFound' });
    const addressee = { appointmentId, companionVisitId };
    if (await isAskedAlready(scope, statementId, addressee)) return fail({ code: 'asked' });
    if (!reachesLevel(await readLevel(scope, addressee), statement.minimumLevel))
      return fail({ code: 'levelTooLow' });
    const at = clock.now();
    const id = await addRequest(scope, statement, {
      ...addressee,
      askedById: actor.staffMemberId,
      askedAt: new Date(at),
    });
    const request = { id, appointmentId, teamId: about.teamId, kind: statement.kind };
    await tellOfRequest(scope, request, { type: 'request.sent', actor: eventActorOf(actor), at });
    return succeed({ id });
  });
}

export type WithdrawFailure = { readonly code: 'notFound' | 'settled' };

/** A clerk takes a request back, whoever of the team asked it. */
export function withdrawRequest(
  clock: Clock,
  actor: StaffActor,
  appointmentId: AppointmentId,
  id: RequestId,
): Promise<Result<null, WithdrawFailure>> {
  return asClerk<null, WithdrawFailure>(actor, appointmentId, async (scope) => {
    const request = await holdRequest(scope, id);
    if (request === null || request.appointmentId !== appointmentId) return fail({ code: 'notFound' });
    const moved = await moveRequest(scope, id, 'withdraw', {
      actor: eventActorOf(actor),
      at: clock.now(),
    });
    return moved === null ? fail({ code: 'settled' as const }) : succeed(null);
  });
}

function isOver({ state, conversationState }: AskedAbout): boolean {
  return state !== 'booked' || conversationState === 'ended';
}
