import path from 'node:path';
import { provisionDatabase } from '../database/provision.ts';
import { APP_ROLE, ensureDatabase, ensureOwnerRole, OWNER_ROLE } from '../database/roles.ts';
import { Sentence } from '../project.ts';
import { startEmbeddedPostgres } from './postgres.ts';
import type { StackOptions } from './stack.ts';

const DATABASE = 'balie';

export type RunningDatabase = { ownerUrl: string; appUrl: string; pid: number | undefined };

/** A database that runs already, as the environment says. @throws Sentence when it says half of it */
export function readExternalDatabase(environment: NodeJS.ProcessEnv): RunningDatabase | undefined {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = environment;
  if (!appUrl && !ownerUrl) return undefined;
  if (!appUrl || !ownerUrl) {
    throw new Sentence(
      'To use a Postgres of your own, set both DATABASE_URL (the role of the application) and DATABASE_OWNER_URL ' +
        '(the role that owns the database and may create roles). To use the embedded one, set neither.',
    );
  }
  return { appUrl, ownerUrl, pid: undefined };
}

/** Starts the embedded Postgres, unless there is one outside, and brings it to the state this version needs. */
export async function startDatabase(options: StackOptions): Promise<RunningDatabase> {
  const database = options.externalDatabase ?? (await startOwn(options));
  await provisionDatabase(database.ownerUrl, database.appUrl);
  return database;
}

async function startOwn({
  folder,
  ports,
  secret,
  throwAway,
  onExit,
}: StackOptions): Promise<RunningDatabase> {
  const cluster = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    port: ports.database,
    password: secret('database superuser'),
    logFile: path.join(folder, 'logs', 'postgres.log'),
    throwAway,
    onExit,
  });
  const address = (role: string) =>
    `postgresql://${role}:${secret(role)}@127.0.0.1:${ports.database}/${DATABASE}`;
  const ownerUrl = address(OWNER_ROLE);
  await ensureOwnerRole(cluster.superuserUrl, secret(OWNER_ROLE));
  await ensureDatabase(cluster.superuserUrl, ownerUrl);
  return { ownerUrl, appUrl: address(APP_ROLE), pid: cluster.service.pid };
}
