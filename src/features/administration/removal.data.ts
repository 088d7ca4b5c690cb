import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

/** What keeps a team from being taken away. */
export type HangsOnTeam =
  | { readonly kind: 'services'; readonly names: readonly LocalizedText[] }
  | { readonly kind: 'seats'; readonly names: readonly string[] }
  /** It was chosen to read what belongs to no appointment. */
  | { readonly kind: 'incoming' }
  /** Appointments, conversations or opinions: they stay, and so does the team that they were of. */
  | { readonly kind: 'past' }
  | { readonly kind: 'gone' };

/** What hangs on a team, what can be moved first; null when nothing does. */
export async function findWhatHangsOnTeam(
  { db }: OrganisationScope,
  id: TeamId,
): Promise<HangsOnTeam | null> {
  const team = await db.team.findFirst({
    where: { id },
    select: {
      services: { orderBy: { position: 'asc' }, select: { name: true } },
      seats: { orderBy: { position: 'asc' }, select: { name: true, retiredAt: true } },
      _count: {
        select: {
          appointments: true,
          conversations: true,
          surveyAnswers: true,
          timeHolds: true,
          callbacks: true,
          incomingOf: true,
        },
      },
    },
  });
  if (team === null) return { kind: 'gone' };
  const { services, seats, _count } = team;
  if (services.length > 0)
    return { kind: 'services', names: services.map(({ name }) => name as LocalizedText) };
  const inUse = seats.filter(({ retiredAt }) => retiredAt === null);
  if (inUse.length > 0) return { kind: 'seats', names: inUse.map(({ name }) => name) };
  const { appointments, conversations, surveyAnswers, timeHolds, callbacks, incomingOf } = _count;
  if (incomingOf > 0) return { kind: 'incoming' };
  return seats.length + appointments + conversations + surveyAnswers + timeHolds + callbacks > 0
    ? { kind: 'past' }
    : null;
}

/** Takes a team away on which nothing hangs, with its hours, closures, limits and memberships. */
export async function removeTeam({ db }: OrganisationScope, teamId: TeamId): Promise<void> {
  await db.openingHours.deleteMany({ where: { teamId } });
  await db.closure.deleteMany({ where: { teamId } });
  await db.freedTime.deleteMany({ where: { teamId } });
  await db.teamMember.deleteMany({ where: { teamId } });
  await db.team.deleteMany({ where: { id: teamId } });
}

/** Takes a service away that nobody ever asked for. */
export async function removeService(
  { db }: OrganisationScope,
  serviceId: ServiceId,
): Promise<'removed' | 'past' | 'gone'> {
  const service = await db.service.findFirst({
    where: { id: serviceId },
    select: {
      _count: {
        select: {
          appointments: true,
          conversations: true,
          surveyAnswers: true,
          callbacks: true,
          requests: true,
        },
      },
    },
  });
  if (service === null) return 'gone';
  const { appointments, conversations, surveyAnswers, callbacks, requests } = service._count;
  if (appointments + conversations + surveyAnswers + callbacks + requests > 0) return 'past';
  await db.serviceRequirement.deleteMany({ where: { serviceId } });
  await db.serviceQuestion.deleteMany({ where: { serviceId } });
  await db.requestStatement.deleteMany({ where: { serviceId } });
  await db.service.deleteMany({ where: { id: serviceId } });
  return 'removed';
}
