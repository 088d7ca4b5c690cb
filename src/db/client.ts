import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { config } from '#shared/config/config.ts';
import { PrismaClient } from './generated/client.ts';
import { ScopeConnection } from './scope-connection.ts';

/** Connections and client of this process. Next instantiates modules several times, so they hang on the global object. */
type Database = { readonly pool: pg.Pool; readonly prisma: PrismaClient };

const key = Symbol.for('digitale-balie.database');
const store = globalThis as { [key]?: Database };

/** @param url connection string of the application's role; the driver drops time zones, so the session is always in UTC */
export function openDatabase(url: string): Database {
  const settings = { connectionString: url, max: 20, options: '-c timezone=UTC' };
  const pool = new pg.Pool({ ...settings, Client: ScopeConnection });
  // An idle connection that the server ends must not end this process: the next query opens a new one.
  pool.on('error', () => {});
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameStatement(sql) as string });
  return { pool, prisma: new PrismaClient({ adapter }) };
}

const names = new Map<string, string>();

/**
 * A query that begins with the comment `prepared: <name>` is planned once per connection instead of every time: for the few that are large
 * and asked often. All others have no name; a name for each would fill the connections' memory with plans.
 */
function nameStatement(sql: string): string | undefined {
  const head = /^\s*\/\* prepared: (\w+) \*\//.exec(sql);
  if (head === null) return undefined;
  let name = names.get(sql);
  if (name === undefined) {
    name = `${head[1]}_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
    names.set(sql, name);
  }
  return name;
}

/** The database of this process, opened at first use. */
export function database(): Database {
  store[key] ??= openDatabase(config().DATABASE_URL);
  return store[key];
}

/** Points this process at another database (tests clone one per file). */
export function useDatabase(opened: Database): void {
  store[key] = opened;
}

/** Ends all connections. */
export async function closeDatabase(): Promise<void> {
  const opened = store[key];
  store[key] = undefined;
  await opened?.prisma.$disconnect();
  await opened?.pool.end();
}

/**
 * Stops the start when sessions are not in UTC: the driver would then shift every instant in silence.
 * @throws Error
 */
export async function assertUtc(): Promise<void> {
  const { rows } = await database().pool.query<{ TimeZone: string }>('show timezone');
  if (rows[0]?.TimeZone !== 'UTC')
    throw new Error(`DATABASE_URL: sessions must be in UTC, not ${rows[0]?.TimeZone}.`);
}
