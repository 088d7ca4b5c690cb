import { openDatabase, useDatabase } from '#db/client.ts';
import { provisionDatabase } from '../../scripts/database/provision.ts';
import { withClient } from '../../scripts/database/roles.ts';
import { stack } from './stack.ts';

/** A database of a measurement's own, beside the product's, in the same Postgres. */
export type OwnDatabase = {
  /** For the owner, who passes by row-level security. */
  readonly ownerUrl: string;
  /** From here on, this process asks this one. */
  readonly use: () => void;
  readonly close: () => Promise<void>;
};

/** Makes the database, empty, and uses it. Jobs go to the one that was made last before the first of them. */
export async function openOwnDatabase(name: string): Promise<OwnDatabase> {
  const withName = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  await withClient(stack.databaseOwnerUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
  const ownerUrl = withName(stack.databaseOwnerUrl);
  const appUrl = withName(stack.databaseUrl);
  await provisionDatabase(ownerUrl, appUrl);
  process.env.DATABASE_URL = appUrl;
  const opened = openDatabase(appUrl);
  const use = () => useDatabase(opened);
  use();
  const close = async () => {
    await opened.prisma.$disconnect();
    await opened.pool.end();
  };
  return { ownerUrl, use, close };
}
