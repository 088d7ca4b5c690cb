import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type { ConversationId, ParticipantId, VisitId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { saveRole } from './companion-links.data.ts';

export type RoleFailure = { readonly code: 'notFound' };

/**
 * The clerk says as what a third person is there: their rights follow it.
 * @returns whose rights in the room have to be settled anew
 */
export async function changeCompanionRole(
  clock: Clock,
  actor: StaffActor,
  who: { readonly conversationId: ConversationId; readonly participantId: ParticipantId },
  role: CompanionRole,
): Promise<Result<VisitId, RoleFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  return withOrganisation(actor.organisationId, async (scope) => {
    const changed = await saveRole(scope, who, role, actor.teamIds);
    if (changed === null) return fail({ code: 'notFound' });
    const { appointmentId, teamId, visitId } = changed;
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: 'companion.roleChanged',
      actor: eventActorOf(actor),
      payload: { ...who, role },
      at: clock.now(),
    });
    return succeed(visitId);
  });
}
