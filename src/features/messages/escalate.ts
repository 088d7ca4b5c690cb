import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { readMessagePolicy } from '#db/message-policy.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, OrganisationId } from '#journey/ids.ts';
import { planEscalation } from '#journey/message-plan.ts';
import type { MessagePolicy } from '#journey/message-policy.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { askForCall, readSituations, type UnheardAppointment } from './escalation.data.ts';
import { decideEscalation } from './escalation-rule.ts';

type Tools = { readonly clock: Clock; readonly jobQueue: JobQueue };

/**
 * Follows up an organisation's messages that came back or were not answered, by its own rules: with a text message or a mail, whichever
 * was not tried, and where that is not possible or did not help, with a call by the counter. Doing it often, or in several processes, asks nobody twice.
 * @returns for how many appointments something was done
 */
export async function escalate({ clock, jobQueue }: Tools, organisationId: OrganisationId): Promise<number> {
  const now = epochMilliseconds(clock.now());
  const { policy, due } = await withOrganisation(organisationId, async (scope) => {
    const policy = await readMessagePolicy(scope);
    const found = await readSituations(scope, { unreadMinutes: policy.escalateUnreadMinutes, now });
    return { policy, due: found.filter((each) => decideEscalation(each, policy, now) !== null) };
  });
  let done = 0;
  for (const { id } of due) {
    const isDone = await withOrganisation(organisationId, (scope) =>
      escalateOne(scope, jobQueue, { id, policy, now }),
    );
    if (isDone) done += 1;
  }
  return done;
}

type Question = {
  readonly id: AppointmentId;
  readonly policy: MessagePolicy;
  readonly now: EpochMilliseconds;
};

async function escalateOne(
  scope: OrganisationScope,
  jobQueue: JobQueue,
  { id, policy, now }: Question,
): Promise<boolean> {
  await holdAppointment(scope, id);
  // Asked again: another process may have been first, or the citizen.
  const [situation] = await readSituations(scope, { only: id, now });
  const what = situation === undefined ? null : decideEscalation(situation, policy, now);
  if (situation === undefined || what === null) return false;
  if (what === 'text' || what === 'mail') {
    const channel = what === 'text' ? 'sms' : 'email';
    await jobQueue.enqueueDelivery(
      scope,
      await insertMessages(scope, id, [planEscalation(channel, now)], now),
    );
    await record(scope, situation, 'message.escalated', { channel }, now);
  } else {
    await askForCall(scope, situation, what.call, now);
    await record(scope, situation, 'call.asked', { reason: what.call }, now);
  }
  return true;
}

function record(
  scope: OrganisationScope,
  { id, teamId }: UnheardAppointment,
  type: string,
  payload: Readonly<Record<string, string>>,
  at: EpochMilliseconds,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type,
    actor: systemActor,
    payload: { appointmentId: id, ...payload },
    at,
  });
}
