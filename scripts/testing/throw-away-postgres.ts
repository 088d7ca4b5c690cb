import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { APP_ROLE, ensureDatabase, ensureOwnerRole, OWNER_ROLE } from '../database/roles.ts';
import { findFreePort } from '../stack/ports.ts';
import { removeCluster, startEmbeddedPostgres } from '../stack/postgres.ts';
import { makeRunFolder } from './run-folder.ts';

/** Addresses of one database, for the role that owns it and for the application's role. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string };

export type ThrowAwayPostgres = {
  /** Creates an empty database and gives its addresses. */
  createDatabase(name: string): Promise<DatabaseUrls>;
  /** Stops the cluster and removes its files. */
  remove(): Promise<void>;
};

/** Starts an embedded cluster on a free port, for one run. */
export async function startThrowAwayPostgres(label: string): Promise<ThrowAwayPostgres> {
  const runFolder = await makeRunFolder(label);
  const folder = path.join(runFolder, 'postgres');
  const password = randomBytes(12).toString('hex');
  const port = await findFreePort();
  const cluster = await startEmbeddedPostgres({
    folder,
    port,
    password,
    throwAway: true,
    logFile: path.join(runFolder, 'postgres.log'),
    onExit: (what) => console.error(what),
  });
  await ensureOwnerRole(cluster.superuserUrl, password);
  const address = (role: string, name: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`;
  return {
    createDatabase: async (name) => {
      const urls = { ownerUrl: address(OWNER_ROLE, name), appUrl: address(APP_ROLE, name) };
      await ensureDatabase(cluster.superuserUrl, urls.ownerUrl);
      return urls;
    },
    remove: async () => {
      await cluster.service.stop();
      await removeCluster(folder);
      await rm(runFolder, { recursive: true, force: true });
    },
  };
}
