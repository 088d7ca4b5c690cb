import { provisionDatabase } from '../../scripts/database/provision.ts';
import { withClient } from '../../scripts/database/roles.ts';
import { stack } from './stack.ts';

/**
 * Makes a database beside the product's own, in the same Postgres, and points this process at it: import `#db/…` functions freely, but
 * ask nothing before.
 * @returns its address for the owner, who passes by row-level security
 */
export async function openOwnDatabase(name: string): Promise<string> {
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
  process.env.DATABASE_URL = withName(stack.databaseUrl);
  await provisionDatabase(ownerUrl, process.env.DATABASE_URL);
  return ownerUrl;
}
