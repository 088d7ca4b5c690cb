import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { rolesAskedForScreen } from '#journey/companion-roles.ts';
import type { AppointmentId, ConversationId, ParticipantId, TeamId, VisitId } from '#journey/ids.ts';
import type { ScreenAsk } from '#journey/live-views.ts';

/** Somebody who was asked to show a screen, and where that is to be told. */
export type AskedGuest = {
  readonly participantId: ParticipantId;
  readonly visitId: VisitId;
  readonly conversationId: ConversationId;
  readonly teamId: TeamId;
  readonly appointmentId: AppointmentId;
};

const told = {
  id: true,
  visitId: true,
  conversationId: true,
  conversation: { select: { teamId: true, appointmentId: true } },
} as const;

/** Writes down the question of the clerk who speaks with this guest, or takes it back; null when nobody of that id is inside with this clerk. */
export async function saveScreenAsk(
  { db }: OrganisationScope,
  { staffMemberId, teamIds }: Pick<StaffActor, 'staffMemberId' | 'teamIds'>,
  who: { readonly conversationId: ConversationId; readonly participantId: ParticipantId },
  screenAsk: 'asked' | null,
): Promise<AskedGuest | null> {
  const { conversationId, participantId } = who;
  const [row] = await db.participant.updateManyAndReturn({
    where: {
      id: participantId,
      conversationId,
      role: { not: 'clerk' },
      state: 'admitted',
      visit: { OR: [{ companionRole: null }, { companionRole: { in: [...rolesAskedForScreen] } }] },
      conversation: {
        state: 'admitted',
        clerkId: staffMemberId,
        teamId: { in: [...teamIds] },
        appointmentId: { not: null },
      },
    },
    data: { screenAsk },
    select: told,
  });
  return row === undefined ? null : toGuest(row);
}

/** Writes down what a visitor did with the question; null when there is none (any more). */
export async function saveScreenAnswer(
  { db }: OrganisationScope,
  visitId: VisitId,
  screenAsk: Exclude<ScreenAsk, 'asked'> | null,
): Promise<AskedGuest | null> {
  const [row] = await db.participant.updateManyAndReturn({
    where: { visitId, state: 'admitted', screenAsk: 'asked', conversation: { appointmentId: { not: null } } },
    data: { screenAsk },
    select: told,
  });
  return row === undefined ? null : toGuest(row);
}

type Row = {
  readonly id: string;
  readonly visitId: string | null;
  readonly conversationId: string;
  readonly conversation: { readonly teamId: string; readonly appointmentId: string | null };
};

function toGuest({ id, visitId, conversationId, conversation }: Row): AskedGuest {
  return {
    participantId: id as ParticipantId,
    visitId: visitId as VisitId,
    conversationId: conversationId as ConversationId,
    teamId: conversation.teamId as TeamId,
    appointmentId: conversation.appointmentId as AppointmentId,
  };
}
