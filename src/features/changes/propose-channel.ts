import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import { type ProposableChannel, proposalStateOf } from '#journey/channel-proposal.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { planProposalMessages } from '#journey/message-plan.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { linkStageAt } from '#journey/stages.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { ChangeTools } from './change-tools.ts';
import type { ChangeableAppointment } from './changeable.data.ts';
import { channelsOf } from './channels-of.ts';
import { hasSayIn } from './may-change.ts';
import { takeTurn } from './move-appointment.ts';
import { deleteProposal, findProposal, writeProposal } from './proposals.data.ts';

export type ProposalFailure = {
  /** `notOffered`: a service of it cannot be had there. `tooLate`: it is not over video (any more), or somebody speaks with them. */
  readonly code: 'notFound' | 'tooLate' | 'notOffered';
};

/**
 * A clerk proposes to meet by telephone or at the counter. The citizen reads it on their page and in a message of its own, and answers by a
 * click; until then nothing changes. The same proposal again says nothing twice.
 */
export function proposeChannel(
  { clock, jobQueue }: Pick<ChangeTools, 'clock' | 'jobQueue'>,
  actor: StaffActor,
  id: AppointmentId,
  channel: ProposableChannel,
): Promise<Result<'proposed', ProposalFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = hasSayIn(actor, id) ? await takeTurn(scope, id) : null;
    if (appointment === null) return fail({ code: 'notFound' });
    const now = epochMilliseconds(clock.now());
    const stage = linkStageAt(appointment, appointment.conversationState, now);
    if (appointment.channel !== 'video' || (stage !== 'prepare' && stage !== 'wait'))
      return fail({ code: 'tooLate' });
    // Who came without appointment waits for video alone.
    if (appointment.seatId === null || !channelsOf(appointment).includes(channel))
      return fail({ code: 'notOffered' });
    const before = await findProposal(scope, id);
    const isSame = before !== null && before.channel === channel;
    if (isSame && proposalStateOf(before, { channel: 'video', stage }) === 'open') return succeed('proposed');
    const proposal = { appointmentId: id, channel, proposedById: actor.staffMemberId };
    await writeProposal(scope, { ...proposal, proposedAt: new Date(now) });
    const messages = await insertMessages(scope, id, planProposalMessages(appointment, now), now);
    await jobQueue.enqueueDelivery(scope, messages);
    await tell(scope, actor, appointment, { type: 'appointment.channelProposed', channel, at: now });
    return succeed('proposed');
  });
}

/** Takes a proposal back. Harmless when there is none (any more). */
export function withdrawProposal(
  { clock }: Pick<ChangeTools, 'clock'>,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<'withdrawn', ProposalFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = hasSayIn(actor, id) ? await takeTurn(scope, id) : null;
    if (appointment === null) return fail({ code: 'notFound' });
    if (await deleteProposal(scope, id)) {
      const said = { type: 'appointment.proposalWithdrawn', channel: null, at: clock.now() };
      await tell(scope, actor, appointment, said);
    }
    return succeed('withdrawn');
  });
}

type Said = { readonly type: string; readonly channel: ProposableChannel | null; readonly at: number };

async function tell(
  scope: OrganisationScope,
  actor: StaffActor,
  { id, teamId }: ChangeableAppointment,
  { type, channel, at }: Said,
): Promise<void> {
  await renewPage(scope, id);
  await recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type,
    actor: eventActorOf(actor),
    payload: { appointmentId: id, channel },
    at,
  });
}
