import { isUniqueViolation } from '#db/errors.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ConversationId, ForwardId, StaffMemberId, TeamId } from '#journey/ids.ts';
import { type FormOfAddress, type Language, localize } from '#journey/language.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { ForwardFailure, NewForward, Receivers } from './forward.ts';
import {
  addForward,
  type HeldConversation,
  holdRunning,
  isSeated,
  readReceivers,
  settleStale,
} from './forwards.data.ts';
import { recordForward } from './record-forward.ts';

/** To whom this clerk can pass a conversation on: teams, and who sits at a seat now. */
export async function listReceivers(
  clock: Clock,
  actor: StaffActor,
  { language, formOfAddress }: { readonly language: Language; readonly formOfAddress: FormOfAddress },
): Promise<Receivers> {
  if (!mayDo(actor, 'workAtSeat')) return { teams: [], people: [] };
  const { teams, people } = await withOrganisation(actor.organisationId, (scope) =>
    readReceivers(scope, new Date(clock.now())),
  );
  const named = teams.map(({ id, name }) => ({ id, name: localize(name, language, formOfAddress) }));
  const nameOf = (teamId: string) => named.find(({ id }) => id === teamId)?.name ?? '';
  return {
    teams: named,
    people: people
      .filter(({ id }) => id !== actor.staffMemberId)
      .map((person) => ({ ...person, teamName: nameOf(person.teamId) })),
  };
}

/** The clerk asks a colleague or a team to join the conversation, or to take it over. One question at a time. */
export async function forwardConversation(
  { clock }: { readonly clock: Clock },
  actor: StaffActor,
  conversationId: ConversationId,
  wanted: NewForward,
): Promise<Result<ForwardId, ForwardFailure>> {
  const now = clock.now();
  const at = new Date(now);
  const teamId = wanted.teamId as TeamId;
  const clerkId = wanted.clerkId as StaffMemberId | null;
  return withOrganisation<Result<ForwardId, ForwardFailure>>(actor.organisationId, async (scope) => {
    const conversation = await holdRunning(scope, conversationId);
    if (conversation === null || !isOwn(actor, conversation)) return fail({ code: 'notFound' });
    if (!(await isSeated(scope, { teamId, clerkId, not: actor.staffMemberId }, at)))
      return fail({ code: 'nobodyThere' });
    await settleStale(scope, conversationId, actor.staffMemberId, at);
    const id = await addForward(scope, {
      conversationId,
      kind: wanted.kind,
      fromClerkId: actor.staffMemberId,
      toTeamId: teamId,
      toClerkId: clerkId,
      note: wanted.note,
      createdAt: at,
    });
    await recordForward(scope, actor, { conversation, teamId, type: 'asked', id, kind: wanted.kind, now });
    return succeed(id);
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) return fail({ code: 'alreadyForwarded' as const });
    throw error;
  });
}

function isOwn(actor: StaffActor, { clerkId, teamId }: HeldConversation): boolean {
  return clerkId === actor.staffMemberId && mayWorkForTeam(actor, teamId);
}
