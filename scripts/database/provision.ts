import { provisionJobs } from './jobs.ts';
import { applyMigrations } from './migrations.ts';
import { ensureAppRole, ensureExtensions } from './roles.ts';

/**
 * Brings a database to the state that this version of the application needs. May be repeated at any time.
 * @param ownerUrl the role that owns the database and may create roles
 * @param appUrl the role of the application; created with this password when missing
 * @returns the names of the migrations that were applied
 */
export async function provisionDatabase(ownerUrl: string, appUrl: string): Promise<string[]> {
  await ensureAppRole(ownerUrl, appUrl);
  await ensureExtensions(ownerUrl);
  const applied = await applyMigrations(ownerUrl);
  await provisionJobs(ownerUrl);
  return applied;
}
