import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { OrderedProofId, RequestStatementId, ServiceId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';

type Hash = Uint8Array<ArrayBuffer>;

export type NewOrder = {
  readonly clientId: string;
  readonly serviceId: ServiceId;
  readonly statementId: RequestStatementId;
  readonly linkHash: Hash;
  readonly ownReference: string | null;
  readonly returnAddress: string | null;
  readonly language: Language;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertOrder(
  { db, organisationId }: OrganisationScope,
  order: NewOrder,
): Promise<OrderedProofId> {
  const row = await db.orderedProof.create({ data: { ...order, organisationId }, select: { id: true } });
  return row.id as OrderedProofId;
}

/** A published service that citizens know by this name in addresses; null where there is none. */
export async function findServiceId({ db }: OrganisationScope, slug: string): Promise<ServiceId | null> {
  const row = await db.service.findFirst({ where: { slug, isPublished: true }, select: { id: true } });
  return (row?.id ?? null) as ServiceId | null;
}

export type OpenOrder = {
  readonly id: OrderedProofId;
  readonly clientId: string;
  readonly serviceId: ServiceId;
  readonly returnAddress: string | null;
  readonly problem: string | null;
  readonly isAnswered: boolean;
};

/** What the secret in an address leads to, as long as it counts. */
export async function findOrder(
  { db }: OrganisationScope,
  linkHash: Hash,
  now: Date,
): Promise<OpenOrder | null> {
  const row = await db.orderedProof.findFirst({
    where: { linkHash, expiresAt: { gt: now } },
    select: {
      id: true,
      clientId: true,
      serviceId: true,
      returnAddress: true,
      problem: true,
      answeredAt: true,
    },
  });
  if (row === null) return null;
  const { answeredAt, ...order } = row;
  return { ...order, isAnswered: answeredAt !== null } as OpenOrder;
}

/** Remembers that somebody went to a provider. @returns false when it was answered meanwhile */
export async function saveOrderLeaving(
  { db }: OrganisationScope,
  id: OrderedProofId,
  away: {
    readonly browserHash: Hash;
    readonly stateHash: Hash;
    readonly memorySealed: Hash;
  },
): Promise<boolean> {
  const data = { ...away, problem: null };
  const { count } = await db.orderedProof.updateMany({ where: { id, answeredAt: null }, data });
  return count === 1;
}

export type ReturnedProver = {
  readonly id: OrderedProofId;
  readonly memorySealed: Uint8Array;
  readonly expiresAt: Date;
  readonly returnAddress: string | null;
};

/** Takes out what this browser left with, so that no answer counts twice; null when it left with no such state. */
export async function takeOrderReturn(
  { db }: OrganisationScope,
  stateHash: Hash,
  browserHash: Hash,
): Promise<ReturnedProver | null> {
  const row = await db.orderedProof.findFirst({
    where: { stateHash, browserHash },
    select: { id: true, memorySealed: true, expiresAt: true, returnAddress: true },
  });
  if (row === null || row.memorySealed === null) return null;
  const taken = { stateHash: null, memorySealed: null };
  const { count } = await db.orderedProof.updateMany({ where: { id: row.id, stateHash }, data: taken });
  return count === 1 ? ({ ...row } as ReturnedProver) : null;
}

type Answer = {
  /** Null where they declined. */
  readonly identitySealed: Hash | null;
  readonly returnHash: Hash | null;
  readonly answeredAt: Date;
  readonly expiresAt: Date;
};

/** @returns false when it was answered already, or is gone */
export async function saveAnswer(
  { db }: OrganisationScope,
  id: OrderedProofId,
  answer: Answer,
): Promise<boolean> {
  const data = { ...answer, problem: null, stateHash: null, memorySealed: null };
  const { count } = await db.orderedProof.updateMany({ where: { id, answeredAt: null }, data });
  return count === 1;
}

export async function saveOrderProblem(
  { db }: OrganisationScope,
  id: OrderedProofId,
  problem: string,
): Promise<void> {
  await db.orderedProof.updateMany({ where: { id, answeredAt: null }, data: { problem } });
}

/** What the software that asked is told of it; null for another's, and for what is over. */
export async function findOwnOrder(
  { db }: OrganisationScope,
  { id, clientId, now }: { readonly id: OrderedProofId; readonly clientId: string; readonly now: Date },
) {
  return db.orderedProof.findFirst({
    where: { id, clientId, expiresAt: { gt: now } },
    select: {
      problem: true,
      answeredAt: true,
      identitySealed: true,
      returnHash: true,
      ownReference: true,
      service: { select: { slug: true } },
    },
  });
}
