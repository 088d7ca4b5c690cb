import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project.ts';
import { isAlive } from '../stack/lock.ts';
import { removeCluster } from '../stack/postgres.ts';

const testFolder = path.join(projectRoot, '.test');

/** The folder of this run under .test/, named after its process; those of runs that died are removed. */
export async function makeRunFolder(label: string): Promise<string> {
  for (const name of await readdir(testFolder).catch(() => [])) {
    const pid = Number(/-(\d+)$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    await removeCluster(path.join(testFolder, name, 'postgres'));
    await rm(path.join(testFolder, name), { recursive: true, force: true });
  }
  return path.join(testFolder, `${label}-${process.pid}`);
}
