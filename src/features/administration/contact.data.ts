import { Prisma } from '#db/generated/client.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

/** How and when people reach the municipality without an appointment. */
export type ContactWords = {
  readonly phone: string;
  /** When telephone and counter are open, in words: citizens read it wherever there is another way. */
  readonly hours: { readonly phone: LocalizedText; readonly counter: LocalizedText };
  /** Other ways to complain; null for none. */
  readonly complaintWays: LocalizedText | null;
  /** Who reads what people write that belongs to no appointment; null for the oldest team. */
  readonly incomingTeamId: TeamId | null;
};

/** The team that was chosen for what people write without an appointment; null when none was. */
export async function readIncomingTeam({ db, organisationId }: OrganisationScope): Promise<TeamId | null> {
  const row = await db.organisation.findFirst({
    where: { id: organisationId },
    select: { incomingTeamId: true },
  });
  return (row?.incomingTeamId ?? null) as TeamId | null;
}

export async function writeContact(
  { db, organisationId }: OrganisationScope,
  { phone, hours, complaintWays, incomingTeamId }: ContactWords,
): Promise<void> {
  await db.organisation.updateMany({
    where: { id: organisationId },
    data: { phone, counterHours: hours, complaintWays: complaintWays ?? Prisma.DbNull, incomingTeamId },
  });
}
