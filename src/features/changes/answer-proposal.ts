import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { type ProposableChannel, proposalStateOf } from '#journey/channel-proposal.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { linkStageAt } from '#journey/stages.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { ChangeTools, OrganisationPlace } from './change-tools.ts';
import { type ChangeableAppointment, findChangeable } from './changeable.data.ts';
import { takeTurn } from './move-appointment.ts';
import { declineProposal, findProposal } from './proposals.data.ts';
import { arrangeAt, rearrange } from './rearrange.ts';

/** `gone`: nothing is proposed any more. `phoneMissing`: nobody knows where to call. `noPlace`: no counter is free at that time. */
export type AnswerFailure = { readonly code: 'gone' | 'phoneMissing' | 'noPlace' };

export type ProposalAnswer = {
  readonly organisation: OrganisationPlace;
  readonly accepts: boolean;
  /** E.164: where to call, when there was no number yet. */
  readonly phone: string | null;
};

/** What is proposed to the citizen now; null when nothing is, and for a companion. */
export function findOpenProposal(
  { clock }: Pick<ChangeTools, 'clock'>,
  { organisationId, appointmentId, role }: VisitActor,
): Promise<ProposableChannel | null> {
  if (role !== 'citizen') return Promise.resolve(null);
  return withOrganisation(organisationId, async (scope) => {
    const appointment = await findChangeable(scope, appointmentId);
    return appointment && findOpen(scope, appointment, epochMilliseconds(clock.now()));
  });
}

async function findOpen(
  scope: OrganisationScope,
  appointment: ChangeableAppointment,
  now: EpochMilliseconds,
): Promise<ProposableChannel | null> {
  const proposal = await findProposal(scope, appointment.id);
  const stage = linkStageAt(appointment, appointment.conversationState, now);
  if (proposal === null || proposalStateOf(proposal, { ...appointment, stage }) !== 'open') return null;
  return proposal.channel;
}

/**
 * The citizen says yes or no to what a clerk proposed. Yes is a change of channel at the same time, with all that follows from one: by
 * telephone with the seat that it has, at the counter where a seat is free then.
 */
export function answerProposal(
  tools: ChangeTools,
  actor: VisitActor,
  answer: ProposalAnswer,
): Promise<Result<'accepted' | 'declined', AnswerFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const { appointmentId: id } = actor;
    const appointment = actor.role === 'citizen' ? await takeTurn(scope, id) : null;
    const now = epochMilliseconds(tools.clock.now());
    const channel = appointment && (await findOpen(scope, appointment, now));
    if (appointment === null || channel === null) return fail({ code: 'gone' });
    if (answer.accepts) return accept(scope, tools, appointment, { actor, answer, channel, now });
    await declineProposal(scope, id, new Date(now));
    await renewPage(scope, id);
    await recordEvent(scope, {
      streams: [`appointment:${id}`, `team:${appointment.teamId}`],
      type: 'appointment.proposalDeclined',
      actor: eventActorOf(actor),
      payload: { appointmentId: id, channel },
      at: now,
    });
    return succeed('declined');
  });
}

type Accepting = {
  readonly actor: VisitActor;
  readonly answer: ProposalAnswer;
  readonly channel: ProposableChannel;
  readonly now: EpochMilliseconds;
};

async function accept(
  scope: OrganisationScope,
  tools: ChangeTools,
  appointment: ChangeableAppointment,
  { actor, answer, channel, now }: Accepting,
): Promise<Result<'accepted', AnswerFailure>> {
  const phone = appointment.phone ?? answer.phone;
  if (channel === 'phone' && phone === null) return fail({ code: 'phoneMissing' });
  const arrangement = {
    actor: eventActorOf(actor),
    // The clerk proposed it: what only staff can book will do.
    audience: 'staff',
    timeZone: answer.organisation.timeZone,
    startAt: appointment.startAt,
    channel,
    locationId: undefined,
    phone,
    offer: null,
    holderKey: null,
    now,
  } as const;
  if (channel === 'phone') {
    const { seatId, endAt, occupiedFromAt, occupiedUntilAt, locationId } = appointment;
    if (seatId === null) return fail({ code: 'noPlace' });
    const place = { kind: 'free', seatId, endAt, occupiedFromAt, occupiedUntilAt, locationId } as const;
    await arrangeAt(scope, tools, appointment, arrangement, place);
    return succeed('accepted');
  }
  const arranged = await rearrange(scope, tools, appointment, arrangement);
  return arranged.ok ? succeed('accepted') : fail({ code: 'noPlace' });
}
