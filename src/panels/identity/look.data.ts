import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { RequestId, StaffMemberId } from '#journey/ids.ts';
import type { LookMeans } from './look-means.ts';

export type Look = {
  readonly requestId: RequestId;
  readonly lookedById: StaffMemberId;
  readonly method: LookMeans;
  readonly name: string;
  readonly identifiedAt: Date;
  /** What proves it without telling more. */
  readonly evidence: { readonly questions?: number };
};

/** Writes that a clerk looked: of no browser, and no level of the law. */
export async function saveLook({ db, organisationId }: OrganisationScope, look: Look): Promise<void> {
  await db.identification.create({
    data: { ...look, organisationId, level: 'shown', provider: 'clerk', visitId: null },
  });
}

/** Which clerk talks in the running conversation of a request; null while none does. */
export async function findSpeakingClerk(
  scope: OrganisationScope,
  id: RequestId,
): Promise<StaffMemberId | null> {
  return (await findTalk(scope, id))?.clerkId ?? null;
}

/** The running conversation of a request: with which clerk, and how they talk; null while there is none. */
export async function findTalk(
  { db }: OrganisationScope,
  id: RequestId,
): Promise<{ readonly clerkId: StaffMemberId | null; readonly channel: Channel } | null> {
  const row = await db.request.findFirst({
    where: { id },
    select: {
      appointment: { select: { conversation: { select: { clerkId: true, state: true, channel: true } } } },
    },
  });
  const conversation = row?.appointment.conversation;
  if (conversation?.state !== 'admitted') return null;
  return { clerkId: conversation.clerkId as StaffMemberId | null, channel: conversation.channel };
}
