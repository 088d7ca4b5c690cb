import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, ParticipantId, TeamId, VisitId } from '#journey/ids.ts';
import type { Misconduct } from '#journey/misconduct.ts';

/** Somebody in a conversation, and where what happens to them is told. */
export type Guest = {
  readonly participantId: ParticipantId;
  readonly visitId: VisitId;
  readonly conversationId: ConversationId;
  readonly teamId: TeamId;
  readonly appointmentId: AppointmentId;
};

export type Who = { readonly conversationId: ConversationId; readonly participantId: ParticipantId };

type Clerk = Pick<StaffActor, 'staffMemberId' | 'teamIds'>;

const told = {
  id: true,
  visitId: true,
  conversationId: true,
  conversation: { select: { teamId: true, appointmentId: true } },
} as const;

const runningWith = ({ staffMemberId, teamIds }: Clerk) => ({
  state: 'admitted' as const,
  clerkId: staffMemberId,
  teamId: { in: [...teamIds] },
  appointmentId: { not: null },
});

type Change =
  /** Null is over. */
  | { readonly stillAskedFor: string | null; readonly stillDeclinedAt: null }
  | { readonly warnedFor: Misconduct; readonly warningReadAt: null }
  /** Null gives the picture back. */
  | { readonly pictureStoppedFor: Misconduct | null; readonly screenAsk?: null };

/** Writes it of a guest who is inside with this clerk; null when nobody of that id is. */
export async function changeGuest(
  { db }: OrganisationScope,
  clerk: Clerk,
  { conversationId, participantId }: Who,
  data: Change,
): Promise<Guest | null> {
  const [row] = await db.participant.updateManyAndReturn({
    where: {
      id: participantId,
      conversationId,
      role: { not: 'clerk' },
      state: 'admitted',
      conversation: runningWith(clerk),
    },
    data,
    select: told,
  });
  return row === undefined ? null : toGuest(row);
}

/** Writes that a visitor read the warning; null when there is none to be read. */
export async function saveWarningRead(
  { db }: OrganisationScope,
  visitId: VisitId,
  at: Date,
): Promise<Guest | null> {
  const [row] = await db.participant.updateManyAndReturn({
    where: {
      visitId,
      warnedFor: { not: null },
      warningReadAt: null,
      conversation: { appointmentId: { not: null } },
    },
    data: { warningReadAt: at },
    select: told,
  });
  return row === undefined ? null : toGuest(row);
}

/** Writes what became of the question for a photo; null when none stands. @param declinedAt null when it was sent */
export async function saveStillAnswer(
  { db }: OrganisationScope,
  visitId: VisitId,
  declinedAt: Date | null,
): Promise<Guest | null> {
  const [row] = await db.participant.updateManyAndReturn({
    where: standingStill(visitId),
    data: declinedAt === null ? { stillAskedFor: null } : { stillDeclinedAt: declinedAt },
    select: told,
  });
  return row === undefined ? null : toGuest(row);
}

/** Of what a photo is asked of this visitor now; null for none. */
export async function findStillAsk({ db }: OrganisationScope, visitId: VisitId): Promise<string | null> {
  const row = await db.participant.findFirst({
    where: standingStill(visitId),
    select: { stillAskedFor: true },
  });
  return row?.stillAskedFor ?? null;
}

const standingStill = (visitId: VisitId) => ({
  visitId,
  state: 'admitted' as const,
  stillAskedFor: { not: null },
  stillDeclinedAt: null,
  conversation: { state: 'admitted' as const, appointmentId: { not: null } },
});

/** Whether this clerk speaks in this conversation now. */
export async function isInOwnConversation(
  { db }: OrganisationScope,
  clerk: Clerk,
  conversationId: ConversationId,
): Promise<boolean> {
  return (await db.conversation.count({ where: { id: conversationId, ...runningWith(clerk) } })) > 0;
}

export async function addReport(
  { db, organisationId }: OrganisationScope,
  report: {
    readonly conversationId: ConversationId;
    readonly staffMemberId: string;
    readonly kind: Misconduct;
    readonly words: string;
    readonly at: Date;
  },
): Promise<void> {
  await db.misconductReport.create({ data: { organisationId, ...report } });
}

type Row = {
  readonly id: string;
  readonly visitId: string | null;
  readonly conversationId: string;
  readonly conversation: { readonly teamId: string; readonly appointmentId: string | null };
};

function toGuest({ id, visitId, conversationId, conversation }: Row): Guest {
  return {
    participantId: id as ParticipantId,
    visitId: visitId as VisitId,
    conversationId: conversationId as ConversationId,
    teamId: conversation.teamId as TeamId,
    appointmentId: conversation.appointmentId as AppointmentId,
  };
}
