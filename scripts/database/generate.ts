import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project.ts';
import { runToEnd } from '../stack/run.ts';
import { readSchemaFiles } from './migrations.ts';

const generated = path.join(projectRoot, 'src', 'db', 'generated');
const stamp = path.join(generated, '.schema-hash');

/** Generates the Prisma client into src/db/generated, unless it is that of this very schema. */
export async function generateClient(): Promise<'generated' | 'unchanged'> {
  const hash = createHash('sha256');
  for (const file of await readSchemaFiles()) hash.update(file.content).update('\0');
  hash.update(await readFile(path.join(projectRoot, 'node_modules', 'prisma', 'package.json')));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return 'unchanged';
  await runToEnd(process.execPath, [path.join('node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    // Generating runs no engine, but checks that there is one: any executable will do.
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  await writeFile(stamp, wanted);
  return 'generated';
}
