import type { OrganisationScope } from './organisation-scope.ts';

/** Numbers to which no text message of this municipality goes, because their owner or the provider said so. E.164. */

/** Those of these numbers that want none. */
export async function readTextStops(
  { db }: OrganisationScope,
  phones: readonly string[],
): Promise<ReadonlySet<string>> {
  if (phones.length === 0) return new Set();
  const rows = await db.textStop.findMany({
    where: { phone: { in: [...phones] } },
    select: { phone: true },
  });
  return new Set(rows.map(({ phone }) => phone));
}

/** Remembers that a number wants none from now on. Said again, the newer moment counts. */
export async function writeTextStop(
  { db, organisationId }: OrganisationScope,
  phone: string,
  stoppedAt: Date,
): Promise<void> {
  await db.$executeRaw`
    insert into "TextStop" ("organisationId", phone, "stoppedAt") values (${organisationId}::uuid, ${phone}, ${stoppedAt})
    on conflict ("organisationId", phone) do update set "stoppedAt" = excluded."stoppedAt"`;
}

/** Forgets it: they want text messages again. */
export async function takeBackTextStop({ db }: OrganisationScope, phone: string): Promise<void> {
  await db.textStop.deleteMany({ where: { phone } });
}
