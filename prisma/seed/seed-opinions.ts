import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, ServiceId, TeamId } from '#journey/ids.ts';
import { addDays, type LocalDate } from '#journey/local-time.ts';
import { createOpinions } from '../factories/survey-factories.ts';
import type { OpinionContent } from './opinions.ts';

const overDays = 60;

/** Gives a municipality that nobody has an opinion of yet those of the last sixty days, evenly over the days. */
export async function seedOpinions(
  organisationId: OrganisationId,
  content: readonly OpinionContent[],
  today: LocalDate,
): Promise<void> {
  const { answered, services } = await withOrganisation(organisationId, async ({ db }) => ({
    answered: await db.surveyAnswer.count(),
    services: await db.service.findMany({ select: { id: true, slug: true, teamId: true } }),
  }));
  if (answered > 0) return;
  for (const opinions of content) {
    const service = services.find(({ slug }) => slug === opinions.service);
    if (service === undefined) continue;
    const place = {
      organisationId,
      teamId: service.teamId as TeamId,
      serviceId: service.id as ServiceId,
    };
    await createOpinions(place, answersOf(opinions, today));
  }
}

function answersOf({ answers, satisfaction, improvements }: OpinionContent, today: LocalDate) {
  return Array.from({ length: answers }, (_, index) => {
    const daysAgo = Math.floor(((index + 0.5) * overDays) / answers);
    const score = satisfaction[index % satisfaction.length] as number;
    // Not everybody answers everything, and hardly anybody writes.
    return {
      answeredOn: new Date(addDays(today, -daysAgo)),
      satisfaction: score,
      easeOfUse: index % 4 === 3 ? null : Math.max(1, Math.min(5, score + (index % 3) - 1)),
      wouldUseAgain: index % 5 === 4 ? null : Math.min(5, score + (index % 2)),
      improvement: index % 3 === 1 ? (improvements[(index - 1) / 3] ?? null) : null,
    };
  });
}
