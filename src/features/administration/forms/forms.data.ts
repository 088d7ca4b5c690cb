import type { OrganisationScope } from '#db/organisation-scope.ts';
import { type FormContent, formContent } from '#journey/forms/form-definition.ts';
import type { FormId, ServiceId } from '#journey/ids.ts';

/** A form as its administrators work on it: its newest version, which is a draft or the published one. */
export type StoredForm = {
  readonly id: FormId;
  readonly serviceId: ServiceId;
  readonly content: FormContent;
  /** Stands for the newest version as it was read. */
  readonly seen: string;
  readonly isDraft: boolean;
  /** Which version citizens get; null before the first was published. */
  readonly publishedVersion: number | null;
};

type VersionRow = {
  readonly id: string;
  readonly formId: string;
  readonly serviceId: string;
  readonly version: number;
  readonly content: unknown;
  readonly revision: number;
  readonly publishedAt: Date | null;
};

/** The forms of a service that were not taken away, in the order in which they were made. */
export async function listForms(
  { db }: OrganisationScope,
  serviceId: ServiceId,
): Promise<readonly StoredForm[]> {
  const rows = await db.formDefinition.findMany({
    where: { serviceId, retiredAt: null },
    orderBy: [{ formId: 'asc' }, { version: 'desc' }],
  });
  const formIds = [...new Set(rows.map(({ formId }) => formId))];
  return formIds.map((formId) => toForm(rows.filter((row) => row.formId === formId)));
}

/** One form; null when there is none, or it was taken away. */
export async function findForm({ db }: OrganisationScope, formId: FormId): Promise<StoredForm | null> {
  const rows = await db.formDefinition.findMany({
    where: { formId, retiredAt: null },
    orderBy: { version: 'desc' },
    take: 2,
  });
  return rows.length === 0 ? null : toForm(rows);
}

/** @param rows versions of one form, the newest first */
function toForm(rows: readonly VersionRow[]): StoredForm {
  const [newest] = rows;
  if (newest === undefined) throw new Error('A form has a version.');
  return {
    id: newest.formId as FormId,
    serviceId: newest.serviceId as ServiceId,
    content: formContent.parse(newest.content),
    seen: `${newest.version}.${newest.revision}`,
    isDraft: newest.publishedAt === null,
    publishedVersion: rows.find(({ publishedAt }) => publishedAt !== null)?.version ?? null,
  };
}

export async function createForm(
  { db, organisationId }: OrganisationScope,
  { formId, serviceId, content }: { formId: FormId; serviceId: ServiceId; content: FormContent },
): Promise<void> {
  await db.formDefinition.create({ data: { organisationId, formId, serviceId, version: 1, content } });
}

/** Writes the draft, or begins one when the newest version is published. @returns false when it is not as it was read any more */
export async function writeDraft(
  { db, organisationId }: OrganisationScope,
  { id: formId, serviceId, seen, isDraft }: StoredForm,
  content: FormContent,
): Promise<boolean> {
  const { version, revision } = parseSeen(seen);
  if (!isDraft) {
    await db.formDefinition.create({
      data: { organisationId, formId, serviceId, version: version + 1, content },
    });
    return true;
  }
  const { count } = await db.formDefinition.updateMany({
    where: { formId, version, revision, publishedAt: null, retiredAt: null },
    data: { content, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Makes the draft what citizens get from now on. @returns false when there is none as it was read */
export async function publishDraft(
  { db }: OrganisationScope,
  { id: formId, seen }: StoredForm,
  publishedAt: Date,
): Promise<boolean> {
  const { version, revision } = parseSeen(seen);
  const { count } = await db.formDefinition.updateMany({
    where: { formId, version, revision, publishedAt: null, retiredAt: null },
    data: { publishedAt },
  });
  return count === 1;
}

/** Forgets a draft: what is published is the newest again. */
export async function dropDraft({ db }: OrganisationScope, formId: FormId): Promise<void> {
  await db.formDefinition.deleteMany({ where: { formId, publishedAt: null } });
}

/** Nobody is asked for this form any more. */
export async function retireForm({ db }: OrganisationScope, formId: FormId, retiredAt: Date): Promise<void> {
  await db.formDefinition.updateMany({ where: { formId, retiredAt: null }, data: { retiredAt } });
}

function parseSeen(seen: string): { readonly version: number; readonly revision: number } {
  const [version, revision] = seen.split('.').map(Number);
  return { version: version ?? 0, revision: revision ?? 0 };
}
