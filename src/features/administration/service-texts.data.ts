import { createHash } from 'node:crypto';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { readQuestions, type StoredQuestion } from './service-questions.data.ts';

/** Something to bring or lay ready, and why. */
export type StoredRequirement = {
  readonly id: string;
  /** Lucide name. */
  readonly icon: string;
  readonly title: LocalizedText;
  readonly reason: LocalizedText;
  /** Whether a file of it may be sent in beforehand. */
  readonly mayUpload: boolean;
};

/** What the citizen reads about the use of data (GDPR art. 13). */
export type PrivacyWords = {
  readonly purpose: LocalizedText;
  readonly lawfulBasis: LocalizedText;
  readonly dataAsked: readonly LocalizedText[];
  readonly recipients: readonly LocalizedText[];
  /** After the appointment. */
  readonly retentionDays: number;
};

export type ServiceTexts = {
  readonly id: ServiceId;
  readonly slug: string;
  readonly teamId: TeamId;
  readonly isPublished: boolean;
  readonly name: LocalizedText;
  readonly requirements: readonly StoredRequirement[];
  readonly questions: readonly StoredQuestion[];
  readonly privacy: PrivacyWords;
};

/** The longer texts of a service; null when there is none. */
export async function findServiceTexts(
  scope: OrganisationScope,
  id: ServiceId,
): Promise<ServiceTexts | null> {
  const row = await scope.db.service.findFirst({
    where: { id },
    include: { requirements: { orderBy: { position: 'asc' } } },
  });
  if (row === null) return null;
  return {
    id: row.id as ServiceId,
    slug: row.slug,
    teamId: row.teamId as TeamId,
    isPublished: row.isPublished,
    name: row.name as LocalizedText,
    requirements: row.requirements.map(({ id, icon, title, reason, mayUpload }) => ({
      id,
      icon,
      mayUpload,
      title: title as LocalizedText,
      reason: reason as LocalizedText,
    })),
    questions: await readQuestions(scope, id),
    privacy: {
      purpose: row.purpose as LocalizedText,
      lawfulBasis: row.lawfulBasis as LocalizedText,
      dataAsked: row.dataAsked as LocalizedText[],
      recipients: row.recipients as LocalizedText[],
      retentionDays: row.retentionDays,
    },
  };
}

/** Stands for texts as they were read: whoever saves over a change of somebody else is told. */
export function fingerprintOf(
  texts: ServiceTexts['requirements'] | ServiceTexts['questions'] | PrivacyWords,
): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 22);
}

export type RequirementWords = Omit<StoredRequirement, 'id'> & {
  /** Of one that is there already. */
  readonly id?: string | undefined;
};

/** More than a list ever has: numbers out of the way of those that are written. */
const aside = 1000;

/** Writes what to bring, in this order. One that stays keeps its id, for what refers to it. */
export async function writeRequirements(
  { db, organisationId }: OrganisationScope,
  serviceId: ServiceId,
  wanted: readonly RequirementWords[],
): Promise<void> {
  const kept = wanted.flatMap(({ id }) => id ?? []);
  await db.serviceRequirement.deleteMany({ where: { serviceId, id: { notIn: kept } } });
  await db.serviceRequirement.updateMany({ where: { serviceId }, data: { position: { increment: aside } } });
  for (const [index, { id, ...words }] of wanted.entries()) {
    const data = { ...words, position: index + 1 };
    const { count } =
      id === undefined
        ? { count: 0 }
        : await db.serviceRequirement.updateMany({ where: { id, serviceId }, data });
    if (count === 0) await db.serviceRequirement.create({ data: { ...data, organisationId, serviceId } });
  }
}

export async function writePrivacy(
  { db }: OrganisationScope,
  id: ServiceId,
  { dataAsked, recipients, ...words }: PrivacyWords,
): Promise<void> {
  const data = { ...words, dataAsked: [...dataAsked], recipients: [...recipients] };
  await db.service.updateMany({ where: { id }, data });
}
