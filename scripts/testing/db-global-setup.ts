import './provided-context.ts';
import type { TestProject } from 'vitest/node';
import { generateClient } from '../database/generate.ts';
import { provisionDatabase } from '../database/provision.ts';
import { APP_ROLE, withClient } from '../database/roles.ts';
import { startThrowAwayPostgres } from './throw-away-postgres.ts';

/** Starts one Postgres and prepares the database that each test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const postgres = await startThrowAwayPostgres('db');
  const urls = await postgres.createDatabase('template');
  await provisionDatabase(urls.ownerUrl, urls.appUrl);
  // A test file may end with connections still open; only a member of their role may end them and drop the database.
  await withClient(urls.ownerUrl, (client) =>
    client.query(`grant ${APP_ROLE} to current_user with inherit true`),
  );
  project.provide('templateDatabase', urls);
  return postgres.remove;
}
