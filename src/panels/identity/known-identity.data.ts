import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { RequestId, StaffMemberId } from '#journey/ids.ts';

type Judgement = {
  readonly isSamePerson: boolean;
  readonly because: string;
  readonly byId: StaffMemberId;
  readonly at: Date;
};

/** Writes what a clerk found of a name; later words take the place of earlier ones. @returns false when nobody was identified */
export async function saveJudgement(
  { db }: OrganisationScope,
  requestId: RequestId,
  { isSamePerson, because, byId, at }: Judgement,
): Promise<boolean> {
  const data = { isSamePerson, judgedBecause: because, judgedById: byId, judgedAt: at };
  const { count } = await db.identification.updateMany({ where: { requestId }, data });
  return count === 1;
}

/** The national number as it is kept, of who counts as identified; null where there is none. */
export async function findSealedNumber(
  { db }: OrganisationScope,
  requestId: RequestId,
): Promise<Uint8Array | null> {
  const row = await db.identification.findFirst({
    where: { requestId, OR: [{ isSamePerson: null }, { isSamePerson: true }] },
    select: { numberEncrypted: true },
  });
  return row?.numberEncrypted ?? null;
}
