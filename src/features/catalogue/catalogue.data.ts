import { z } from 'zod';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import { localizedText } from '#journey/localized-text.ts';
import {
  type CatalogueService,
  isSlug,
  onlineAlternative,
  type ServiceDetails,
  searchTerms,
} from './service.ts';

const catalogueFields = {
  slug: true,
  channels: true,
  durationMinutes: true,
  feeCents: true,
  name: true,
  summary: true,
  onlineAlternative: true,
  searchTerms: true,
  isQuestion: true,
  category: { select: { slug: true, name: true, icon: true } },
} as const;

const textFields = {
  id: true,
  teamId: true,
  isPublished: true,
  interpreterMinutes: true,
  description: true,
  forWhom: true,
} as const;
const orderBy = [{ position: 'asc' as const }, { slug: 'asc' as const }];
const privacyFields = {
  lawfulBasis: true,
  purpose: true,
  dataAsked: true,
  recipients: true,
  retentionDays: true,
} as const;

/** The services that citizens can ask for, most asked first. */
export async function listServices(scope: OrganisationScope): Promise<readonly CatalogueService[]> {
  const rows = await scope.db.service.findMany({
    where: { isPublished: true },
    select: catalogueFields,
    orderBy,
  });
  return rows.map(toCatalogueService);
}

/** The same, of these teams alone. */
export async function listServicesOfTeams(
  scope: OrganisationScope,
  teamIds: readonly TeamId[],
): Promise<readonly CatalogueService[]> {
  const rows = await scope.db.service.findMany({
    where: { isPublished: true, teamId: { in: [...teamIds] } },
    select: catalogueFields,
    orderBy,
  });
  return rows.map(toCatalogueService);
}

/** The same for staff, who book what citizens do not see too. */
export async function listEveryService(scope: OrganisationScope): Promise<readonly CatalogueService[]> {
  const rows = await scope.db.service.findMany({ select: catalogueFields, orderBy });
  return rows.map(toCatalogueService);
}

/** What can be arranged in the same appointment as this: the other services of its team. */
export async function listCombinable(
  scope: OrganisationScope,
  { id, teamId }: Pick<ServiceDetails, 'id' | 'teamId'>,
): Promise<readonly CatalogueService[]> {
  const rows = await scope.db.service.findMany({
    where: { teamId, isPublished: true, isQuestion: false, id: { not: id } },
    select: catalogueFields,
    orderBy,
  });
  return rows.map(toCatalogueService);
}

/** The service at an address, or null. @param slug as it came from outside */
export async function findService(scope: OrganisationScope, slug: string): Promise<ServiceDetails | null> {
  if (!isSlug(slug)) return null;
  const row = await scope.db.service.findFirst({
    where: { slug },
    select: {
      ...catalogueFields,
      ...textFields,
      ...privacyFields,
      requirements: { select: { icon: true, title: true, reason: true }, orderBy: { position: 'asc' } },
      questions: { select: { label: true }, orderBy: { position: 'asc' } },
    },
  });
  if (row === null) return null;
  return {
    ...toCatalogueService(row),
    id: row.id as ServiceId,
    teamId: row.teamId as TeamId,
    isPublished: row.isPublished,
    interpreterMinutes: row.interpreterMinutes,
    description: localizedText.parse(row.description),
    forWhom: localizedText.parse(row.forWhom),
    requirements: row.requirements.map(({ icon, title, reason }) => ({
      icon,
      title: localizedText.parse(title),
      reason: localizedText.parse(reason),
    })),
    privacy: {
      lawfulBasis: localizedText.parse(row.lawfulBasis),
      purpose: localizedText.parse(row.purpose),
      // What is asked beforehand is asked too.
      dataAsked: z
        .array(localizedText)
        .parse([row.dataAsked, row.questions.map(({ label }) => label)].flat()),
      recipients: z.array(localizedText).parse(row.recipients),
      retentionDays: row.retentionDays,
    },
  };
}

type CatalogueRow = {
  readonly [Field in 'name' | 'summary' | 'onlineAlternative' | 'searchTerms']: unknown;
} & Pick<CatalogueService, 'slug' | 'channels' | 'durationMinutes' | 'feeCents' | 'isQuestion'> & {
    readonly category: { readonly slug: string; readonly name: unknown; readonly icon: string };
  };

function toCatalogueService(row: CatalogueRow): CatalogueService {
  const { slug, channels, durationMinutes, feeCents, isQuestion, category } = row;
  return {
    slug,
    channels,
    durationMinutes,
    feeCents,
    isQuestion,
    category: { slug: category.slug, icon: category.icon, name: localizedText.parse(category.name) },
    name: localizedText.parse(row.name),
    summary: localizedText.parse(row.summary),
    onlineAlternative: onlineAlternative.nullable().parse(row.onlineAlternative),
    searchTerms: searchTerms.parse(row.searchTerms),
  };
}
