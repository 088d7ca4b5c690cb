import { PgBoss } from 'pg-boss';
import { APP_ROLE, withClient } from './roles.ts';

const JOB_SCHEMA = 'pgboss';

/**
 * Creates the tables of the job queue, or brings them up to the installed pg-boss; then lets the application's role
 * use them. The application itself starts pg-boss with `migrate: false`.
 */
export async function provisionJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  await withClient(ownerUrl, async (client) => {
    await client.query(`
      grant usage on schema ${JOB_SCHEMA} to ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${APP_ROLE};
      grant usage, select on all sequences in schema ${JOB_SCHEMA} to ${APP_ROLE};
      grant execute on all functions in schema ${JOB_SCHEMA} to ${APP_ROLE};`);
  });
}
