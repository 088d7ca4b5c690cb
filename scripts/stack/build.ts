import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project.ts';
import { withLock } from './lock.ts';
import { isAlive } from './process-identity.ts';
import { runToEnd } from './run.ts';
import { hashSources } from './source-hash.ts';

const buildsFolder = path.join(projectRoot, '.build');
const usersFolder = path.join(buildsFolder, 'users');
const COMPLETE = 'complete';
const KEPT_UNUSED_BUILDS = 2;

/**
 * Builds the pages for the sources as they are, or finds the build that was made of them: a demo and a test of the
 * same sources share one, and neither touches the build that another uses.
 * @returns the build's folder, relative to the project: the value of BALIE_DIST_DIR
 */
export async function findBuild(onProgress: (words: string) => void): Promise<string> {
  const hash = await hashSources(projectRoot);
  const folder = path.join(buildsFolder, hash);
  await markUsed(hash);
  await withLock(
    path.join(buildsFolder, `${hash}.lock`),
    async () => {
      if (existsSync(path.join(folder, COMPLETE))) return;
      await rm(folder, { recursive: true, force: true });
      await buildPages(path.relative(projectRoot, folder), onProgress);
      await writeFile(path.join(folder, COMPLETE), '');
    },
    () => onProgress('another run is building the same sources'),
  );
  await removeOldBuilds();
  return path.relative(projectRoot, folder);
}

/** Builds the pages into a folder of the project. */
export async function buildPages(
  distFolder: string,
  onProgress: (words: string) => void = () => {},
): Promise<void> {
  await runToEnd(process.execPath, [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    env: { NODE_ENV: 'production', BALIE_DIST_DIR: distFolder, NEXT_TELEMETRY_DISABLED: '1' },
    onLine: (line) => {
      const words = line.replace(/^[^\p{L}]+/u, '').trim();
      if (/^(Creating|Compiled|Collecting|Generating|Finalizing)/.test(words)) onProgress(words);
    },
  });
}

/** Says that this process runs on a build, until it ends. */
async function markUsed(hash: string): Promise<void> {
  await mkdir(usersFolder, { recursive: true });
  await writeFile(path.join(usersFolder, `${hash}.${process.pid}`), '');
}

/** Removes builds that no living process uses, but for the newest few. */
async function removeOldBuilds(): Promise<void> {
  const used = new Set<string>();
  for (const name of await readdir(usersFolder)) {
    const [hash = '', pid] = name.split('.');
    if (isAlive(Number(pid))) used.add(hash);
    else await rm(path.join(usersFolder, name), { force: true });
  }
  const unused: { folder: string; builtAt: number }[] = [];
  for (const hash of await readdir(buildsFolder)) {
    const folder = path.join(buildsFolder, hash);
    const built = await stat(path.join(folder, COMPLETE)).catch(() => undefined);
    if (built && !used.has(hash)) unused.push({ folder, builtAt: built.mtimeMs });
  }
  unused.sort((a, b) => b.builtAt - a.builtAt);
  for (const { folder } of unused.slice(KEPT_UNUSED_BUILDS))
    await rm(folder, { recursive: true, force: true });
}
