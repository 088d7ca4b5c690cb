import pg from 'pg';
import { database } from '#db/client.ts';
import type { StreamName } from '#db/event-log.ts';
import { streamChannel } from '#db/notify-streams.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { type Passing, passingChannel } from '#db/pass-on.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { config } from '#shared/config/config.ts';
import { log } from '#shared/log.ts';

type Listener = () => void;
type PassingListener = (message: unknown) => void;
type Hub = {
  readonly followers: Map<string, Set<Listener>>;
  readonly passing: Map<string, Set<PassingListener>>;
  client: pg.Client | null;
  sweep: NodeJS.Timeout | null;
  closed: boolean;
};

const sweepMilliseconds = 5_000;
const reconnectMilliseconds = 500;

const key = Symbol.for('digitale-balie.stream-hub');
const store = globalThis as { [key]?: Hub };
const hub = (): Hub =>
  (store[key] ??= { followers: new Map(), passing: new Map(), client: null, sweep: null, closed: false });

/** Calls back whenever the stream may have new events. Returns how to stop following. */
export function followStream(
  organisationId: OrganisationId,
  stream: StreamName,
  listener: Listener,
): () => void {
  return follow(hub().followers, `${organisationId}/${stream}`, listener);
}

/** Calls back with what passes along a stream and is kept nowhere. Returns how to stop following. */
export function followPassing(
  organisationId: OrganisationId,
  stream: StreamName,
  listener: PassingListener,
): () => void {
  return follow(hub().passing, `${organisationId}/${stream}`, listener);
}

function follow<Each>(followers: Map<string, Set<Each>>, name: string, listener: Each): () => void {
  const listeners = followers.get(name) ?? new Set();
  followers.set(name, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) followers.delete(name);
  };
}

/** Opens this node's one LISTEN connection and keeps it open, and sweeps for events whose notification was lost. */
export async function startStreamHub(): Promise<void> {
  hub().closed = false;
  await listen();
  const seen = new Map<string, number>();
  hub().sweep = setInterval(() => void sweepFollowed(seen).catch(() => {}), sweepMilliseconds);
}

export async function stopStreamHub(): Promise<void> {
  hub().closed = true;
  clearInterval(hub().sweep ?? undefined);
  await hub()
    .client?.end()
    .catch(() => {});
}

async function listen(): Promise<void> {
  const client = new pg.Client({ connectionString: config().DATABASE_URL });
  client.on('notification', ({ channel, payload = '' }) => {
    if (channel === passingChannel) passAlong(payload);
    else for (const name of payload.split(' ')) tellFollowers(name);
  });
  client.on('error', () => {});
  client.on('end', () => void reconnect());
  await client.connect();
  await client.query(`listen ${streamChannel}; listen ${passingChannel}`);
  hub().client = client;
}

async function reconnect(): Promise<void> {
  while (!hub().closed) {
    await new Promise((resolve) => setTimeout(resolve, reconnectMilliseconds));
    try {
      await listen();
      for (const name of hub().followers.keys()) tellFollowers(name);
      return;
    } catch {
      log.warn('the database cannot be reached; live streams wait');
    }
  }
}

function passAlong(payload: string): void {
  const { stream, message } = JSON.parse(payload) as Passing;
  for (const listener of hub().passing.get(stream) ?? []) listener(message);
}

function tellFollowers(name: string): void {
  for (const listener of hub().followers.get(name) ?? []) listener();
}

/** A process may die between its commit and its notification: compare the streams' numbers now and then. */
async function sweepFollowed(seen: Map<string, number>): Promise<void> {
  const byOrganisation = Map.groupBy(
    hub().followers.keys(),
    (name) => name.slice(0, name.indexOf('/')) as OrganisationId,
  );
  for (const name of seen.keys()) if (!hub().followers.has(name)) seen.delete(name);
  for (const [organisationId, names] of byOrganisation) {
    const streams = names.map((name) => name.slice(organisationId.length + 1));
    const heads = await withOrganisation(organisationId, ({ db }) =>
      db.eventStream.findMany({ where: { name: { in: streams } }, select: { name: true, version: true } }),
    );
    for (const head of heads) {
      const name = `${organisationId}/${head.name}`;
      if (seen.get(name) !== head.version) tellFollowers(name);
      seen.set(name, head.version);
    }
  }
}

/** Whether the database answers: for the health page. */
export async function databaseAnswers(): Promise<boolean> {
  return database()
    .pool.query('select 1')
    .then(
      () => true,
      () => false,
    );
}
