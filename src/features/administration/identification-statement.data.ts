import { createHash } from 'node:crypto';
import { Prisma } from '#db/generated/client.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { type IdentityAttribute, identityAttributes } from '#ports/identity-provider.ts';

/** What a service may ask a provider beside the name, which is always asked. */
export const furtherAttributes = identityAttributes.filter((attribute) => attribute !== 'name');
export type FurtherAttribute = Exclude<IdentityAttribute, 'name'>;

/** That and how a service asks who somebody is. */
export type IdentificationStatement = {
  readonly level: 'low' | 'substantial' | 'high';
  /** A clerk's look at a card will do where a provider does not. */
  readonly mayBeShown: boolean;
  /** What is asked of a provider beside the name. */
  readonly attributes: readonly FurtherAttribute[];
  /** What a clerk may ask instead. */
  readonly controlQuestions: readonly LocalizedText[];
  readonly isMandatory: boolean;
  readonly keptDays: number;
  readonly title: LocalizedText;
  readonly purpose: LocalizedText;
  readonly basis: LocalizedText;
  readonly ifDeclined: LocalizedText | null;
};

type Settings = Pick<IdentificationStatement, 'level'> &
  Partial<Pick<IdentificationStatement, 'mayBeShown' | 'controlQuestions'>> & {
    readonly attributes?: readonly IdentityAttribute[];
  };

/** What a service states of identifying people; null where it does not. */
export async function readIdentification(
  { db }: OrganisationScope,
  serviceId: ServiceId,
): Promise<IdentificationStatement | null> {
  const row = await db.requestStatement.findFirst({
    where: { serviceId, kind: 'identify' },
    orderBy: { position: 'asc' },
    select: {
      isMandatory: true,
      keptDays: true,
      title: true,
      purpose: true,
      basis: true,
      ifDeclined: true,
      settings: true,
    },
  });
  if (row === null) return null;
  const { settings, ...words } = row;
  const {
    level,
    mayBeShown = false,
    attributes = [],
    controlQuestions = [],
  } = settings as unknown as Settings;
  return {
    ...words,
    level,
    mayBeShown,
    attributes: furtherAttributes.filter((attribute) => attributes.includes(attribute)),
    controlQuestions,
  } as unknown as IdentificationStatement;
}

/** Writes it in the place of what stood there; null takes it away. What was asked before stays as it was asked. */
export async function writeIdentification(
  { db, organisationId }: OrganisationScope,
  serviceId: ServiceId,
  statement: IdentificationStatement | null,
): Promise<void> {
  const where = { serviceId, kind: 'identify' as const };
  if (statement === null) {
    await db.requestStatement.deleteMany({ where });
    return;
  }
  const { level, mayBeShown, attributes, controlQuestions, ifDeclined, ...words } = statement;
  const stored = await db.requestStatement.findFirst({ where, select: { id: true } });
  const settings = {
    level,
    mayBeShown,
    attributes: ['name', ...attributes],
    controlQuestions: [...controlQuestions],
  };
  const data = { ...words, ifDeclined: ifDeclined ?? Prisma.DbNull, settings };
  if (stored !== null) {
    await db.requestStatement.updateMany({ where: { id: stored.id }, data });
    return;
  }
  const last = await db.requestStatement.aggregate({ where: { serviceId }, _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  await db.requestStatement.create({
    data: { ...data, organisationId, serviceId, kind: 'identify', position },
  });
}

/** Stands for it as it was read: whoever saves over a change of somebody else is told. */
export function fingerprintOfIdentification(statement: IdentificationStatement | null): string {
  return createHash('sha256').update(JSON.stringify(statement)).digest('base64url').slice(0, 22);
}
