import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LocalizedText } from '#journey/language.ts';
import { localizedText } from '#journey/localized-text.ts';
import type { Opinion } from './opinions.ts';
import type { Selection } from './selection.ts';

export type NamedService = { readonly id: string; readonly slug: string; readonly name: LocalizedText };

/** The organisation's services, to choose from and to name. */
export async function listServices(scope: OrganisationScope): Promise<readonly NamedService[]> {
  const rows = await scope.db.service.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, name: true },
  });
  return rows.map((row) => ({ ...row, name: localizedText.parse(row.name) }));
}

/** The opinions of a period about all services, without their dates. */
export async function listOpinions(
  scope: OrganisationScope,
  { from, until }: Pick<Selection, 'from' | 'until'>,
): Promise<readonly Opinion[]> {
  return scope.db.surveyAnswer.findMany({
    where: { answeredOn: { gte: new Date(from), lte: new Date(until) } },
    select: { serviceId: true, satisfaction: true, easeOfUse: true, wouldUseAgain: true, improvement: true },
  });
}
