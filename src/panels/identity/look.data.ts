import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { RequestId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { LookMeans } from './look-means.ts';

export type Look = {
  readonly requestId: RequestId;
  readonly lookedById: StaffMemberId;
  readonly method: LookMeans;
  readonly name: string;
  readonly identifiedAt: Date;
};

/** Writes that a clerk looked: of no browser, and no level of the law. */
export async function saveLook({ db, organisationId }: OrganisationScope, look: Look): Promise<void> {
  await db.identification.create({
    data: { ...look, organisationId, level: 'shown', provider: 'clerk', visitId: null, evidence: {} },
  });
}

/** Which clerk holds the conversation of a request now, and of which team it is; null before it began. */
export async function findHolder(
  { db }: OrganisationScope,
  id: RequestId,
): Promise<{ readonly teamId: TeamId; readonly clerkId: StaffMemberId | null } | null> {
  const row = await db.request.findFirst({
    where: { id },
    select: {
      appointment: { select: { conversation: { select: { teamId: true, clerkId: true, state: true } } } },
    },
  });
  const conversation = row?.appointment.conversation;
  if (conversation == null || conversation.state !== 'admitted') return null;
  return {
    teamId: conversation.teamId as TeamId,
    clerkId: conversation.clerkId as StaffMemberId | null,
  };
}
