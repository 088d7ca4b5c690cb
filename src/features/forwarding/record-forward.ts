import { recordEvent } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { ForwardId, TeamId } from '#journey/ids.ts';
import type { HeldConversation, HeldForward } from './forwards.data.ts';

type Happened = {
  readonly conversation: HeldConversation;
  /** Of the colleague. */
  readonly teamId: TeamId;
  readonly type: 'asked' | 'taken' | 'declined' | 'withdrawn' | 'done';
  readonly id: ForwardId;
  readonly kind: HeldForward['kind'];
  readonly now: number;
};

/** Both teams' seats and the citizen's page follow. */
export function recordForward(
  scope: OrganisationScope,
  actor: StaffActor,
  { conversation, teamId, type, id, kind, now }: Happened,
): Promise<void> {
  const teams = teamId === conversation.teamId ? [teamId] : [conversation.teamId, teamId];
  return recordEvent(scope, {
    streams: [
      ...teams.map((team) => `team:${team}` as const),
      `appointment:${conversation.appointmentId}`,
      `conversation:${conversation.id}`,
    ],
    type: `forward.${type}`,
    actor: eventActorOf(actor),
    payload: { conversationId: conversation.id, forwardId: id, kind },
    at: now,
  });
}
