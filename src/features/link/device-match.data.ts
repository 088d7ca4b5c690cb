import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, TeamId, VisitId } from '#journey/ids.ts';

/** What a person proved with a provider counts in a browser: whether they did so in this one. */
export async function provedThere({ db }: OrganisationScope, visitId: VisitId): Promise<boolean> {
  const found = await db.identification.findFirst({
    where: { visitId, request: { state: 'fulfilled' } },
    select: { requestId: true },
  });
  return found !== null;
}

/** From now on it counts on another device. @returns false when there was nothing */
export async function moveProof({ db }: OrganisationScope, from: VisitId, to: VisitId): Promise<boolean> {
  const { count } = await db.identification.updateMany({ where: { visitId: from }, data: { visitId: to } });
  return count > 0;
}

export function countMatches({ db }: OrganisationScope, appointmentId: AppointmentId): Promise<number> {
  return db.deviceMatch.count({ where: { to: { appointmentId } } });
}

export type NewMatch = {
  readonly fromVisitId: VisitId;
  readonly toVisitId: VisitId;
  readonly number: number;
  readonly offered: number[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertMatch({ db, organisationId }: OrganisationScope, match: NewMatch): Promise<void> {
  await db.deviceMatch.create({ data: { ...match, organisationId } });
}

export type OpenMatch = {
  readonly toVisitId: VisitId;
  readonly number: number;
  readonly offered: readonly number[];
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
};

/** The question that stands on a device that yielded; null when there is none (any more), or somebody went on on a third one. */
export async function findOpenMatch(
  { db }: OrganisationScope,
  fromVisitId: VisitId,
  now: Date,
): Promise<OpenMatch | null> {
  const row = await db.deviceMatch.findFirst({
    where: { fromVisitId, state: 'open', expiresAt: { gt: now }, to: { yieldedAt: null } },
    orderBy: { createdAt: 'desc' },
    select: {
      toVisitId: true,
      number: true,
      offered: true,
      to: { select: { appointmentId: true, appointment: { select: { teamId: true } } } },
    },
  });
  if (row === null) return null;
  const { to, ...match } = row;
  return {
    ...match,
    toVisitId: match.toVisitId as VisitId,
    appointmentId: to.appointmentId as AppointmentId,
    teamId: to.appointment.teamId as TeamId,
  };
}

/** @returns false when it was answered meanwhile */
export async function settleMatch(
  { db }: OrganisationScope,
  toVisitId: VisitId,
  state: 'matched' | 'failed',
): Promise<boolean> {
  const { count } = await db.deviceMatch.updateMany({ where: { toVisitId, state: 'open' }, data: { state } });
  return count === 1;
}
