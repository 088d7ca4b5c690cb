import type { OrganisationId } from '#journey/ids.ts';
import { database } from './client.ts';
import { isConflict } from './errors.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import type { LookMemory } from './look-memory.ts';
import { notifyStreams } from './notify-streams.ts';
import { scopeArguments } from './scope-arguments.ts';
import { beginFor } from './scope-connection.ts';

/**
 * A transaction that sees one organisation only. The first wall: every query through `db` carries the organisation.
 * The second wall: row-level security in Postgres, set for this transaction.
 */
export type OrganisationScope = {
  readonly organisationId: OrganisationId;
  readonly db: Prisma.TransactionClient;
  /** Streams that got events in this transaction; their followers are told after the commit. */
  readonly touchedStreams: Set<string>;
  /** Where many look at once: see `look.ts`. */
  readonly look?: LookMemory;
};

type ScopeOptions = {
  readonly isolationLevel?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable';
  /** How long after the commit live screens are told, where something else is more urgent. */
  readonly tellAfterMilliseconds?: number;
};

/**
 * Does work inside one organisation and one transaction, and tries again when two transactions got in each other's way.
 * The work must have no effect outside the transaction.
 */
export async function withOrganisation<Value>(
  organisationId: OrganisationId,
  work: (scope: OrganisationScope) => Promise<Value>,
  { tellAfterMilliseconds = 0, ...options }: ScopeOptions = {},
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    const touchedStreams = new Set<string>();
    try {
      const value = await beginFor(organisationId, () =>
        scopedClient(organisationId).$transaction(
          (db) => work({ organisationId, db: db as unknown as Prisma.TransactionClient, touchedStreams }),
          { maxWait: 10_000, timeout: 15_000, ...options },
        ),
      );
      if (tellAfterMilliseconds === 0) notifyStreams(organisationId, touchedStreams);
      else setTimeout(() => notifyStreams(organisationId, touchedStreams), tellAfterMilliseconds);
      return value;
    } catch (error) {
      if (attempt >= 4 || !isConflict(error)) throw error;
    }
  }
}

type ScopedClient = ReturnType<typeof extendClient>;

const scopedClients = new WeakMap<PrismaClient, Map<OrganisationId, ScopedClient>>();

/** The client that sees this organisation only. Making one takes as long as a question, so each is made once. */
function scopedClient(organisationId: OrganisationId): ScopedClient {
  const { prisma } = database();
  const ofOrganisations = scopedClients.get(prisma) ?? new Map<OrganisationId, ScopedClient>();
  scopedClients.set(prisma, ofOrganisations);
  const client = ofOrganisations.get(organisationId) ?? extendClient(prisma, organisationId);
  ofOrganisations.set(organisationId, client);
  return client;
}

function extendClient(prisma: PrismaClient, organisationId: OrganisationId) {
  return prisma.$extends({
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) =>
          query(scopeArguments(model, operation, args, organisationId)),
      },
    },
  });
}
