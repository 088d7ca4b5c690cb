import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

/** The published services of a team, in the catalogue's order. */
export async function listBookableServices(
  { db }: OrganisationScope,
  teamId: TeamId,
): Promise<readonly { readonly slug: string; readonly channels: readonly Channel[] }[]> {
  return db.service.findMany({
    where: { teamId, isPublished: true },
    orderBy: { position: 'asc' },
    select: { slug: true, channels: true },
  });
}

export type ServiceNumbers = {
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly interpreterMinutes: number;
  readonly minimumNoticeMinutes: number;
  readonly horizonDays: number;
  readonly staffSharePercent: number;
  readonly feeCents: number;
};

/** What scheduling needs of a service, and its words. */
export type ServiceWords = ServiceNumbers & {
  readonly teamId: TeamId;
  readonly channels: readonly Channel[];
  readonly isPublished: boolean;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly description: LocalizedText;
};
export type StoredService = ServiceWords & { readonly id: ServiceId; readonly slug: string };

const fields = {
  id: true,
  slug: true,
  teamId: true,
  channels: true,
  isPublished: true,
  name: true,
  summary: true,
  description: true,
  durationMinutes: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
  interpreterMinutes: true,
  minimumNoticeMinutes: true,
  horizonDays: true,
  staffSharePercent: true,
  feeCents: true,
} as const;

/** All services, in the catalogue's order. */
export async function listServices({ db }: OrganisationScope): Promise<readonly StoredService[]> {
  const rows = await db.service.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }], select: fields });
  return rows.map(({ id, teamId, name, summary, description, ...rest }) => ({
    ...rest,
    id: id as ServiceId,
    teamId: teamId as TeamId,
    name: name as LocalizedText,
    summary: summary as LocalizedText,
    description: description as LocalizedText,
  }));
}

/** Writes what scheduling needs. Gives false when the service is gone. */
export async function updateService(
  { db }: OrganisationScope,
  id: ServiceId,
  { channels, ...words }: ServiceWords,
): Promise<boolean> {
  const data = { ...words, channels: [...channels] };
  return (await db.service.updateMany({ where: { id }, data })).count > 0;
}

/**
 * A new service, last in the catalogue. Its category, what to bring and what the citizen reads about the use of data are those of an
 * example, for somebody to go through before it is published. Gives null when the example is gone.
 * @throws a unique violation when another service has this slug
 */
export async function createServiceAfter(
  { db, organisationId }: OrganisationScope,
  exampleId: ServiceId,
  slug: string,
  { channels, ...words }: ServiceWords,
): Promise<ServiceId | null> {
  const example = await db.service.findFirst({ where: { id: exampleId }, include: { requirements: true } });
  if (example === null) return null;
  const last = await db.service.aggregate({ _max: { position: true } });
  const { requirements, onlineAlternative: _online, id: _id, ...texts } = example;
  const row = await db.service.create({
    data: {
      ...(texts as Omit<typeof texts, JsonTexts> & Record<JsonTexts, object>),
      ...words,
      organisationId,
      slug,
      channels: [...channels],
      isQuestion: false,
      position: (last._max.position ?? 0) + 1,
    },
    select: { id: true },
  });
  await db.serviceRequirement.createMany({
    data: requirements.map(({ position, icon, title, reason, mayUpload }) => ({
      organisationId,
      serviceId: row.id,
      position,
      icon,
      title: title as object,
      reason: reason as object,
      mayUpload,
    })),
  });
  return row.id as ServiceId;
}

/** Columns that hold texts per language. */
type JsonTexts =
  | 'name'
  | 'summary'
  | 'description'
  | 'forWhom'
  | 'searchTerms'
  | 'lawfulBasis'
  | 'purpose'
  | 'dataAsked'
  | 'recipients';
