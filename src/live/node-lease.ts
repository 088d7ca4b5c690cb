import { database } from '#db/client.ts';
import { log } from '#shared/log.ts';

/** This process as a holder of connections. Its presences count only as long as it renews its lease. */

/** With the sweep's two seconds on top, nobody seems to be there for longer than ten seconds after a node died. */
const leaseMilliseconds = 7_000;
const renewMilliseconds = 2_000;
const forgetAfterMilliseconds = 60_000;

const key = Symbol.for('digitale-balie.node');
type Lease = { readonly id: string; timer: NodeJS.Timeout | null };
const store = globalThis as { [key]?: Lease };
const lease = (): Lease => (store[key] ??= { id: crypto.randomUUID(), timer: null });

/** The id of this process. */
export function nodeId(): string {
  return lease().id;
}

/** Takes the lease and keeps renewing it. */
export async function joinNodes(): Promise<void> {
  await renew();
  lease().timer = setInterval(
    () => void renew().catch(() => log.warn('the lease could not be renewed')),
    renewMilliseconds,
  );
}

/** Lets the lease run out by itself: browsers are at another node by then, and nobody seems to have left in between. */
export async function leaveNodes(): Promise<void> {
  clearInterval(lease().timer ?? undefined);
}

async function renew(): Promise<void> {
  await database().pool.query(
    `insert into "Node" (id, "leaseExpiresAt") values ($1, clock_timestamp() + $2 * interval '1 millisecond')
     on conflict (id) do update set "leaseExpiresAt" = excluded."leaseExpiresAt"`,
    [nodeId(), leaseMilliseconds],
  );
}

/** Nodes whose lease ran out. */
export async function listDeadNodes(): Promise<readonly string[]> {
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from "Node" where "leaseExpiresAt" < clock_timestamp()`,
  );
  return rows.map(({ id }) => id);
}

/** Forgets nodes that will not come back; what they held must have been cleared before. */
export async function forgetDeadNodes(): Promise<void> {
  await database().pool.query(
    `delete from "Node" where "leaseExpiresAt" < clock_timestamp() - $1 * interval '1 millisecond'`,
    [forgetAfterMilliseconds],
  );
}
