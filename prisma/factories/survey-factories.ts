import type { Prisma } from '#db/generated/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, ServiceId, TeamId } from '#journey/ids.ts';

/** Opinions of citizens, one for each of the given answers. */
export async function createOpinions(
  place: { readonly organisationId: OrganisationId; readonly teamId: TeamId; readonly serviceId: ServiceId },
  answers: readonly Partial<Prisma.SurveyAnswerUncheckedCreateInput>[],
): Promise<void> {
  const data = answers.map((answer) => ({
    channel: 'video' as const,
    answeredOn: new Date(new Date().toISOString().slice(0, 10)),
    satisfaction: 4,
    ...answer,
    ...place,
  }));
  await withOrganisation(place.organisationId, ({ db }) => db.surveyAnswer.createMany({ data }));
}
