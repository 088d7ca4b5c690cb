import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a build is made of. */
const SOURCES = [
  'src',
  'emails',
  'public',
  'prisma/schema',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.next.json',
  'package-lock.json',
];

/** The Prisma client follows from the schema; tests are not built. */
const IGNORED = [/(^|\/)src\/db\/generated(\/|$)/, /\.test\.tsx?$/];

/** A short hash of everything under `root` that a build is made of: same hash, same build. */
export async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    const start = path.join(root, source);
    if (!existsSync(start)) continue;
    for (const file of await listFiles(start)) {
      const name = path.relative(root, file).replaceAll(path.sep, '/');
      if (IGNORED.some((pattern) => pattern.test(name))) continue;
      hash
        .update(name)
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(start: string): Promise<string[]> {
  if (!(await stat(start)).isDirectory()) return [start];
  const entries = await readdir(start, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
