import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { OrganisationId } from '#journey/ids.ts';

// Next instantiates modules several times, and whoever begins must meet whoever connects: so it hangs on the global object.
const key = Symbol.for('digitale-balie.beginning');
const store = globalThis as { [key]?: AsyncLocalStorage<OrganisationId> };
store[key] ??= new AsyncLocalStorage();
const beginning = store[key];

/** Transactions that begin in the work see the rows of this organisation, and no others (row-level security). */
export function beginFor<Value>(organisationId: OrganisationId, work: () => Promise<Value>): Promise<Value> {
  return beginning.run(organisationId, work);
}

type Query = { readonly text: string };

/**
 * A connection that sets the organisation in the message that begins the transaction: a round trip less for all that the product does.
 * Where nobody said whose transaction it is, nothing is set, and row-level security gives nothing.
 */
export class ScopeConnection extends pg.Client {
  // The declared overloads cannot be written down for a method that passes on whatever it gets.
  override query = ((query: Query | string, ...rest: unknown[]) => {
    const send = super.query as (...parts: unknown[]) => unknown;
    const organisationId = beginning.getStore();
    if (organisationId === undefined || typeof query === 'string' || query.text !== 'BEGIN') {
      return send.call(this, query, ...rest);
    }
    const scope = `set local app.organisation = ${pg.escapeLiteral(organisationId)}`;
    return send.call(this, { ...query, text: `BEGIN; ${scope}` }, ...rest);
  }) as pg.Client['query'];
}
