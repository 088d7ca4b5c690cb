import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor, type VisitActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { changeGuest, findStillAsk, type Guest, saveStillAnswer, type Who } from './conduct.data.ts';
import { longestStillPurpose } from './still-purpose.ts';

export type StillFailure =
  /** Nobody of that id is inside with this clerk: unknown, of a colleague and gone look the same. */
  { readonly code: 'notFound' } | { readonly code: 'empty' };

/** The clerk asks the citizen for a photo, and says of what; null takes the question back. */
export async function askForStill(
  clock: Clock,
  actor: StaffActor,
  who: Who,
  purpose: string | null,
): Promise<Result<null, StillFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  const stillAskedFor = purpose?.trim().slice(0, longestStillPurpose) ?? null;
  if (stillAskedFor === '') return fail({ code: 'empty' });
  const now = clock.now();
  return withOrganisation(actor.organisationId, async (scope) => {
    const guest = await changeGuest(scope, actor, who, { stillAskedFor, stillDeclinedAt: null });
    if (guest === null) return fail({ code: 'notFound' });
    await record(scope, guest, { type: 'participant.stillAsked', actor, answer: null, now });
    return succeed(null);
  });
}

/** Of what a photo is asked of this visitor; null when none is, so that none is taken in. */
export function readStillAsk(actor: VisitActor): Promise<string | null> {
  return withOrganisation(actor.organisationId, (scope) => findStillAsk(scope, actor.visitId));
}

/** The citizen would rather not, or sent one. Without a question it changes nothing. */
export async function answerStillAsk(
  clock: Clock,
  actor: VisitActor,
  answer: 'declined' | 'sent',
): Promise<void> {
  const now = clock.now();
  await withOrganisation(actor.organisationId, async (scope) => {
    const guest = await saveStillAnswer(scope, actor.visitId, answer === 'declined' ? new Date(now) : null);
    if (guest !== null) await record(scope, guest, { type: 'participant.stillAnswered', actor, answer, now });
  });
}

function record(
  scope: OrganisationScope,
  { conversationId, participantId, teamId, appointmentId }: Guest,
  happened: {
    readonly type: string;
    readonly actor: StaffActor | VisitActor;
    readonly answer: string | null;
    readonly now: number;
  },
): Promise<void> {
  return recordEvent(scope, {
    streams: [`team:${teamId}`, `appointment:${appointmentId}`, `conversation:${conversationId}`],
    type: happened.type,
    actor: eventActorOf(happened.actor),
    payload: { conversationId, participantId, answer: happened.answer },
    at: happened.now,
  });
}
