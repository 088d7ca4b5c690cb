import type { OrganisationId } from '#journey/ids.ts';
import { log } from '#shared/log.ts';
import { database } from './client.ts';

/** The Postgres channel on which nodes hear that streams have new events. */
export const streamChannel = 'balie_streams';

/** One notification may hold 8000 bytes; a name takes about 90. */
const namesPerNotification = 60;
const coalesceMilliseconds = 20;

const key = Symbol.for('digitale-balie.pending-notifications');
type Pending = { readonly names: Set<string>; timer: NodeJS.Timeout | null; flushedAt: number };
const store = globalThis as { [key]?: Pending };
const pending = (): Pending => (store[key] ??= { names: new Set(), timer: null, flushedAt: 0 });

/**
 * Tells every node, soon and together with others, that these streams have new events. Called after the commit: a NOTIFY inside
 * the transaction would take a global lock. Should this process die in between, the nodes' slow sweep finds the events.
 */
export function notifyStreams(organisationId: OrganisationId, streams: ReadonlySet<string>): void {
  if (streams.size === 0) return;
  const { names } = pending();
  for (const stream of streams) names.add(`${organisationId}/${stream}`);
  // The first is told at once; what follows on its heels goes together.
  const waitMilliseconds = Math.max(pending().flushedAt + coalesceMilliseconds - performance.now(), 0);
  pending().timer ??= setTimeout(() => void flush(), waitMilliseconds);
}

async function flush(): Promise<void> {
  const names = [...pending().names];
  pending().names.clear();
  pending().timer = null;
  pending().flushedAt = performance.now();
  try {
    for (let from = 0; from < names.length; from += namesPerNotification) {
      const payload = names.slice(from, from + namesPerNotification).join(' ');
      await database().pool.query('select pg_notify($1, $2)', [streamChannel, payload]);
    }
  } catch {
    log.warn('streams could not be notified; the sweep will find them');
  }
}
