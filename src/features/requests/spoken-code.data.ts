import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { RequestId } from '#journey/ids.ts';

/** Forgets codes that open nothing any more, so that their digits can be drawn again. */
export async function forgetOldCodes({ db }: OrganisationScope, now: Date): Promise<void> {
  await db.spokenCode.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** Keeps a code in the place of the request's last one. @returns false when another request has the same digits now */
export async function saveCode(
  { db, organisationId }: OrganisationScope,
  requestId: RequestId,
  { codeHash, expiresAt }: { readonly codeHash: Uint8Array<ArrayBuffer>; readonly expiresAt: Date },
): Promise<boolean> {
  const count = await db.$executeRaw`
    insert into "SpokenCode" ("organisationId", "requestId", "codeHash", "expiresAt")
    select ${organisationId}::uuid, ${requestId}::uuid, ${codeHash}, ${expiresAt}
    where not exists (select 1 from "SpokenCode" where "organisationId" = ${organisationId}::uuid and "codeHash" = ${codeHash})
    on conflict ("organisationId", "requestId") do update set "codeHash" = excluded."codeHash", "expiresAt" = excluded."expiresAt"`;
  return count === 1;
}
