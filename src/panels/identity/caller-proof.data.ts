import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, RequestId, RequestStatementId, ServiceId, VisitId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';

const statementFields = {
  id: true,
  serviceId: true,
  kind: true,
  title: true,
  purpose: true,
  basis: true,
  ifDeclined: true,
  isMandatory: true,
  minimumLevel: true,
  keptDays: true,
  settings: true,
} as const;

/** What a service states of identifying, as somebody reads it before they do. */
export type IdentifyStatement = {
  readonly id: RequestStatementId;
  readonly serviceId: ServiceId;
  readonly title: LocalizedText;
  readonly purpose: LocalizedText;
  readonly basis: LocalizedText;
  readonly ifDeclined: LocalizedText | null;
  readonly isMandatory: boolean;
  readonly keptDays: number;
  readonly settings: object;
  readonly recipients: readonly LocalizedText[];
};

const ofPublished = { kind: 'identify', minimumLevel: 'none', service: { isPublished: true } } as const;

/** The services, among those that citizens see, that state that one identifies: by their names in addresses. */
export async function listIdentifyingServices({
  db,
}: OrganisationScope): Promise<ReadonlyMap<string, ServiceId>> {
  const rows = await db.requestStatement.findMany({
    where: ofPublished,
    select: { service: { select: { id: true, slug: true } } },
  });
  return new Map(rows.map(({ service }) => [service.slug, service.id as ServiceId]));
}

/** What that service states of it; null where it states nothing. */
export async function findIdentifyStatement(
  { db }: OrganisationScope,
  serviceId: ServiceId,
): Promise<IdentifyStatement | null> {
  const row = await db.requestStatement.findFirst({
    where: { ...ofPublished, serviceId },
    orderBy: { position: 'asc' },
    select: { ...statementFields, service: { select: { recipients: true } } },
  });
  if (row === null) return null;
  const { service, ...statement } = row;
  return { ...statement, recipients: service.recipients } as unknown as IdentifyStatement;
}

type Leaving = {
  readonly serviceId: ServiceId;
  readonly statementId: RequestStatementId;
  readonly language: Language;
  readonly browserHash: Uint8Array<ArrayBuffer>;
  readonly stateHash: Uint8Array<ArrayBuffer>;
  readonly memorySealed: Uint8Array<ArrayBuffer>;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** Remembers who went to a provider, in the place of what this browser did before. */
export async function saveLeaving(
  { db, organisationId }: OrganisationScope,
  leaving: Leaving,
  formerHash: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  if (formerHash !== null) await db.callerProof.deleteMany({ where: { browserHash: formerHash } });
  await db.callerProof.create({ data: { ...leaving, organisationId } });
}

export type ReturnedCaller = {
  readonly id: string;
  readonly memorySealed: Uint8Array;
  readonly expiresAt: Date;
  readonly serviceSlug: string;
};

/** Takes out what this browser left with, so that no answer counts twice; null when it left with no such state. */
export async function takeReturn(
  { db }: OrganisationScope,
  stateHash: Uint8Array<ArrayBuffer>,
  browserHash: Uint8Array<ArrayBuffer>,
): Promise<ReturnedCaller | null> {
  const row = await db.callerProof.findFirst({
    where: { stateHash, browserHash },
    select: { id: true, memorySealed: true, expiresAt: true, service: { select: { slug: true } } },
  });
  if (row === null || row.memorySealed === null) return null;
  const taken = { stateHash: null, memorySealed: null };
  const { count } = await db.callerProof.updateMany({ where: { id: row.id, stateHash }, data: taken });
  const { id, memorySealed, expiresAt, service } = row;
  return count === 1 ? { id, memorySealed, expiresAt, serviceSlug: service.slug } : null;
}

export async function saveProblem({ db }: OrganisationScope, id: string, problem: string): Promise<void> {
  await db.callerProof.updateMany({ where: { id }, data: { problem } });
}

/** @returns false when somebody else has the same digits now, or this one is gone */
export async function saveProof(
  { db, organisationId }: OrganisationScope,
  id: string,
  proven: {
    readonly identitySealed: Uint8Array<ArrayBuffer>;
    readonly codeHash: Uint8Array<ArrayBuffer>;
    readonly browserHash: Uint8Array<ArrayBuffer>;
    readonly expiresAt: Date;
  },
): Promise<boolean> {
  const { identitySealed, codeHash, browserHash, expiresAt } = proven;
  const count = await db.$executeRaw`
    update "CallerProof" set "identitySealed" = ${identitySealed}, "codeHash" = ${codeHash}, "browserHash" = ${browserHash}, "expiresAt" = ${expiresAt}, problem = null
    where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid and "codeHash" is null
      and not exists (select from "CallerProof" where "organisationId" = ${organisationId}::uuid and "codeHash" = ${codeHash})`;
  return count === 1;
}

/** How far this browser is; null when it began nothing that still counts. */
export async function findProof(
  { db }: OrganisationScope,
  browserHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<{ readonly isProven: boolean; readonly problem: string | null; readonly expiresAt: Date } | null> {
  const row = await db.callerProof.findFirst({
    where: { browserHash, expiresAt: { gt: now } },
    select: { codeHash: true, problem: true, expiresAt: true },
  });
  return row && { isProven: row.codeHash !== null, problem: row.problem, expiresAt: row.expiresAt };
}

export type TakenProof = {
  readonly id: string;
  readonly serviceId: ServiceId;
  readonly statementId: RequestStatementId;
  readonly language: Language;
  readonly browserHash: Uint8Array<ArrayBuffer>;
  readonly identitySealed: Uint8Array;
};

/** Takes the proof behind a code, which is good once. @returns null when there is no such code (any more) */
export async function takeProof(
  { db, organisationId }: OrganisationScope,
  codeHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<TakenProof | null> {
  const [taken] = await db.$queryRaw<TakenProof[]>`
    delete from "CallerProof" where "organisationId" = ${organisationId}::uuid and "codeHash" = ${codeHash} and "expiresAt" > ${now}
    returning id, "serviceId", "statementId", language::text as language, "browserHash", "identitySealed"`;
  return taken ?? null;
}

/** Writes what was asked and done before they telephoned, and the browser in which it was. @returns null when the service states it no more */
export async function insertFulfilled(
  { db, organisationId }: OrganisationScope,
  { statementId, browserHash }: TakenProof,
  { appointmentId, at }: { readonly appointmentId: AppointmentId; readonly at: Date },
): Promise<{ readonly requestId: RequestId; readonly visitId: VisitId } | null> {
  const row = await db.requestStatement.findFirst({ where: { id: statementId }, select: statementFields });
  if (row === null) return null;
  const { id: _, ifDeclined, ...statement } = row;
  const visit = await db.visit.create({
    data: { organisationId, appointmentId, role: 'citizen', tokenHash: browserHash, createdAt: at },
    select: { id: true },
  });
  const texts = statement as object as Record<'title' | 'purpose' | 'basis' | 'settings', object>;
  const request = await db.request.create({
    data: {
      ...statement,
      ...texts,
      ...(ifDeclined !== null && { ifDeclined: ifDeclined as object }),
      organisationId,
      appointmentId,
      statementId,
      state: 'fulfilled',
      askedAt: at,
      openedAt: at,
      settledAt: at,
    },
    select: { id: true },
  });
  return { requestId: request.id as RequestId, visitId: visit.id as VisitId };
}
