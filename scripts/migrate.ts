// npm run migrate            brings the database of DATABASE_OWNER_URL up to date (migrations, roles, job queue)
// npm run migrate:create -- <name>   writes the migration for what changed in prisma/schema
// npm run migrate:check      fails when the schema says something that no migration does
import path from 'node:path';
import { createMigration, findMissingMigration } from './database/migrations.ts';
import { provisionDatabase } from './database/provision.ts';
import { APP_ROLE } from './database/roles.ts';
import { projectRoot, Sentence } from './project.ts';
import { runScript } from './run-script.ts';
import { type DatabaseUrls, startThrowAwayPostgres } from './testing/throw-away-postgres.ts';

/** Asks something of a fresh database with all migrations applied. */
async function withMigratedDatabase<T>(use: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const postgres = await startThrowAwayPostgres('migrate');
  try {
    const urls = await postgres.createDatabase('balie');
    await provisionDatabase(urls.ownerUrl, urls.appUrl);
    return await use(urls);
  } finally {
    await postgres.remove();
  }
}

async function apply(): Promise<void> {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  const appUrl = process.env.DATABASE_URL;
  if (!ownerUrl || !appUrl) {
    throw new Sentence(
      'Set DATABASE_OWNER_URL (the role that owns the database and may create roles) and DATABASE_URL (the role ' +
        `${APP_ROLE}, which is created with that password).`,
    );
  }
  const applied = await provisionDatabase(ownerUrl, appUrl);
  console.log(applied.length ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
}

async function create(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Sentence('Give the migration a name: npm run migrate:create -- add_buffer_to_service');
  }
  const file = await withMigratedDatabase(({ ownerUrl }) => createMigration(ownerUrl, name));
  console.log(file ? `Wrote ${path.relative(projectRoot, file)}` : 'The migrations agree with the schema.');
}

async function check(): Promise<void> {
  const missing = await withMigratedDatabase(({ ownerUrl }) => findMissingMigration(ownerUrl));
  if (missing)
    throw new Sentence(`No migration does this yet (npm run migrate:create -- <name>):\n${missing}`);
  console.log('The migrations agree with the schema.');
}

const [verb = 'apply', name] = process.argv.slice(2);
await runScript(async () => {
  if (verb === 'apply') await apply();
  else if (verb === 'create') await create(name);
  else if (verb === 'check') await check();
  else throw new Sentence(`There is no "${verb}": apply, create <name> or check.`);
});
