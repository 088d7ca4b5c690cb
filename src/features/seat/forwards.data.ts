import { gatherInLook } from '#db/look.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId, ForwardId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { SeatForward, SentForward } from '#journey/live-views.ts';

export type TeamForward = SeatForward & {
  readonly fromId: StaffMemberId;
  /** Null for whoever of the team is first. */
  readonly toId: StaffMemberId | null;
};

/** What is passed on to a team or somebody at its seats and was not taken yet, the longest waiting first. */
export async function readTeamForwards(
  { db }: OrganisationScope,
  teamId: TeamId,
): Promise<readonly TeamForward[]> {
  const rows = await db.forward.findMany({
    where: { toTeamId: teamId, state: 'open', conversation: { state: 'admitted' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      note: true,
      createdAt: true,
      fromClerkId: true,
      toClerkId: true,
      fromClerk: { select: { name: true } },
      conversation: {
        select: {
          clerkId: true,
          appointment: { select: { language: true } },
          services: { select: { service: { select: { name: true } } } },
        },
      },
    },
  });
  return rows.flatMap(({ conversation, fromClerk, createdAt, ...row }) =>
    conversation.appointment === null || conversation.clerkId !== row.fromClerkId
      ? []
      : [
          {
            id: row.id as ForwardId,
            kind: row.kind,
            from: fromClerk.name,
            note: row.note,
            services: conversation.services.map(({ service }) => service.name as LocalizedText),
            language: conversation.appointment.language,
            askedAt: createdAt.getTime(),
            isPersonal: row.toClerkId !== null,
            fromId: row.fromClerkId as StaffMemberId,
            toId: row.toClerkId as StaffMemberId | null,
          },
        ],
  );
}

/** Of those of the team, what concerns this clerk. */
export function forwardsTo(clerkId: StaffMemberId, forwards: readonly TeamForward[]): readonly SeatForward[] {
  return forwards.flatMap(({ fromId, toId, ...forward }) =>
    fromId !== clerkId && (toId === null || toId === clerkId) ? [forward] : [],
  );
}

/** What the clerk of a running conversation asked of a colleague last; null when that is over. */
export async function readSentForward(
  { db }: OrganisationScope,
  conversationId: ConversationId,
): Promise<SentForward | null> {
  const row = await db.forward.findFirst({
    where: { conversationId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      kind: true,
      state: true,
      fromClerkId: true,
      toClerk: { select: { name: true } },
      takenBy: { select: { name: true } },
      toTeam: { select: { name: true } },
      conversation: { select: { clerkId: true } },
    },
  });
  if (row === null || row.fromClerkId !== row.conversation.clerkId) return null;
  const { id, kind, state, toClerk, takenBy, toTeam } = row;
  if (state === 'withdrawn' || state === 'done') return null;
  return {
    id: id as ForwardId,
    kind,
    state,
    clerkName: (takenBy ?? toClerk)?.name ?? null,
    teamName: toTeam.name as LocalizedText,
  };
}

/** The appointment of the colleague's conversation that a clerk joined; null when they joined none. */
export async function findHelped(
  scope: OrganisationScope,
  clerkId: StaffMemberId,
): Promise<AppointmentId | null> {
  const found = await gatherInLook(scope, 'helped', clerkId, async (clerkIds) => {
    const rows = await scope.db.forward.findMany({
      where: { takenById: { in: [...clerkIds] }, state: 'taken', conversation: { state: 'admitted' } },
      select: {
        takenById: true,
        fromClerkId: true,
        conversation: { select: { appointmentId: true, clerkId: true } },
      },
    });
    return new Map(
      rows
        .filter(({ fromClerkId, conversation }) => fromClerkId === conversation.clerkId)
        .map(({ takenById, conversation }) => [takenById ?? '', conversation.appointmentId as AppointmentId]),
    );
  });
  return found ?? null;
}
