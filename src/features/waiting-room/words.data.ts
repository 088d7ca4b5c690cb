import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { ReadyWord } from '#journey/waiting-words.ts';

export type SaidWord = {
  readonly staffMemberId: StaffMemberId;
  readonly word: ReadyWord | null;
  readonly text: string | null;
  readonly saidAt: Date;
};

export async function insertWords(
  { db, organisationId }: OrganisationScope,
  appointmentIds: readonly AppointmentId[],
  said: SaidWord,
): Promise<void> {
  await db.waitingWord.createMany({
    data: appointmentIds.map((appointmentId) => ({ ...said, organisationId, appointmentId })),
  });
}

/** @returns how many were not read before */
export async function writeWordsRead(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  at: Date,
): Promise<number> {
  const { count } = await db.waitingWord.updateMany({
    where: { appointmentId, readAt: null },
    data: { readAt: at },
  });
  return count;
}

/** Those of them who asked for a text when it is nearly their turn, and have no page of theirs open. */
export async function listAway(
  { db }: OrganisationScope,
  ids: readonly AppointmentId[],
  at: Date,
): Promise<readonly AppointmentId[]> {
  const isHere = { node: { leaseExpiresAt: { gt: at } } };
  const rows = await db.appointment.findMany({
    where: {
      id: { in: [...ids] },
      turnTextPhone: { not: null },
      visits: { none: { role: 'citizen', yieldedAt: null, presence: isHere } },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id as AppointmentId);
}

export async function findTeamOfVisit({ db }: OrganisationScope, id: AppointmentId): Promise<TeamId> {
  const { teamId } = await db.appointment.findFirstOrThrow({ where: { id }, select: { teamId: true } });
  return teamId as TeamId;
}
