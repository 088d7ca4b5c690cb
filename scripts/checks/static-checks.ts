import { generateClient } from '../database/generate.ts';
import { findMissingMigration } from '../database/migrations.ts';
import { provisionDatabase } from '../database/provision.ts';
import { Sentence } from '../project.ts';
import { startThrowAwayPostgres } from '../testing/throw-away-postgres.ts';
import { checkEnvironmentExample } from './environment-example.ts';
import { runTool } from './run-tool.ts';
import { checkStructure, checkThatViolationsAreCaught } from './structure.ts';

/** Something that is right or wrong about the sources as a whole. It throws with what is wrong. */
export type Check = { name: string; run: () => Promise<unknown> };

/** The checks that need nothing but the sources. */
export const quickChecks: Check[] = [
  {
    name: 'style (biome)',
    run: () => runTool('@biomejs/biome', 'biome', ['ci', '--error-on-warnings', '--colors=off']),
  },
  { name: 'types (tsc)', run: checkTypes },
  { name: 'structure (dependency-cruiser)', run: checkStructure },
  { name: 'structure catches planted violations', run: checkThatViolationsAreCaught },
  { name: '.env.example names every setting', run: checkEnvironmentExample },
];

export const slowerChecks: Check[] = [
  { name: 'nothing unused (knip)', run: () => runTool('knip', 'knip', []) },
  { name: 'migrations agree with the schema', run: checkMigrations },
];

async function checkTypes(): Promise<void> {
  await generateClient();
  // Writes the types of routes that pages refer to.
  await runTool('next', 'next', ['typegen'], { env: { BALIE_DIST_DIR: '.build/types' } });
  await runTool('typescript', 'tsc', ['-p', '.']);
}

async function checkMigrations(): Promise<void> {
  const postgres = await startThrowAwayPostgres('check');
  try {
    const { ownerUrl, appUrl } = await postgres.createDatabase('balie');
    await provisionDatabase(ownerUrl, appUrl);
    const missing = await findMissingMigration(ownerUrl);
    if (missing)
      throw new Sentence(`No migration does this yet (npm run migrate:create -- <name>):\n${missing}`);
  } finally {
    await postgres.remove();
  }
}
