import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { CallTaskId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { CallResult } from './call-result.ts';
import { type CallTask, readResultBefore, takeCall, writeCall } from './calls.data.ts';
import { workplaceOf } from './workplace.ts';

export type CallFailure = {
  /** Unknown or of another team: the same answer. A colleague ticked it; or the citizen let know meanwhile. */
  readonly code: 'notFound' | 'settled';
};

/**
 * Says what came of a call. Whoever did not answer stays on the list, behind those who were not tried yet; and so does whose number is wrong,
 * until they are reached otherwise.
 */
export async function tickCall(
  clock: Clock,
  actor: StaffActor,
  id: CallTaskId,
  result: CallResult,
): Promise<Result<'ticked', CallFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const task = await findOwn(scope, actor, id);
    if (task === null) return fail({ code: 'notFound' });
    if (task.isSettled) return fail({ code: 'settled' });
    const now = clock.now();
    const at = new Date(now);
    const tries = task.tries + 1;
    const settledAt = result === 'noAnswer' || result === 'wrongNumber' ? null : at;
    await writeCall(scope, id, { result, triedAt: at, triedById: actor.staffMemberId, tries, settledAt });
    await record(scope, actor, task, { type: 'call.tried', payload: { result }, now });
    return succeed('ticked');
  });
}

/** Takes back what one said oneself. */
export async function untickCall(
  clock: Clock,
  actor: StaffActor,
  id: CallTaskId,
): Promise<Result<'unticked', CallFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const task = await findOwn(scope, actor, id);
    if (task === null) return fail({ code: 'notFound' });
    if (task.tries === 0 || task.triedById !== actor.staffMemberId) return fail({ code: 'settled' });
    const now = clock.now();
    const tries = task.tries - 1;
    const before =
      tries === 0
        ? { result: null, triedAt: null, triedById: null }
        : {
            result: (await readResultBefore(scope, task.appointmentId)) ?? ('noAnswer' as const),
            triedAt: new Date(now),
            triedById: task.triedById,
          };
    await writeCall(scope, id, { ...before, tries, settledAt: null });
    await record(scope, actor, task, { type: 'call.untried', payload: {}, now });
    return succeed('unticked');
  });
}

async function findOwn(
  scope: OrganisationScope,
  actor: StaffActor,
  id: CallTaskId,
): Promise<CallTask | null> {
  const task = await takeCall(scope, id);
  return task !== null && task.teamId === workplaceOf(actor)?.teamId ? task : null;
}

type Happening = {
  readonly type: string;
  readonly payload: Readonly<Record<string, string>>;
  readonly now: number;
};

function record(
  scope: OrganisationScope,
  actor: StaffActor,
  { appointmentId, teamId }: CallTask,
  { type, payload, now }: Happening,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type,
    actor: eventActorOf(actor),
    payload: { appointmentId, ...payload },
    at: now,
  });
}
