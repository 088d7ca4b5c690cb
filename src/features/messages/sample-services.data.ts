import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { ToldService } from './told.ts';

/** The first service of the catalogue, as messages name it; none while there is none. */
export async function findSampleServices({ db }: OrganisationScope): Promise<readonly ToldService[]> {
  const rows = await db.service.findMany({
    where: { isQuestion: false },
    orderBy: [{ isPublished: 'desc' }, { position: 'asc' }],
    take: 1,
    select: {
      slug: true,
      name: true,
      feeCents: true,
      retentionDays: true,
      requirements: { orderBy: { position: 'asc' }, select: { title: true, reason: true } },
    },
  });
  return rows.map(({ name, requirements, ...facts }) => ({
    ...facts,
    name: name as LocalizedText,
    requirements: requirements.map(({ title, reason }) => ({
      title: title as LocalizedText,
      reason: reason as LocalizedText,
    })),
  }));
}
