import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project.ts';
import { removeCluster } from '../stack/postgres.ts';
import { isAlive } from '../stack/process-identity.ts';

const testFolder = path.join(projectRoot, '.test');

/** The folder of this run under .test/, named after its process; those of runs that died are removed. */
export async function makeRunFolder(label: string): Promise<string> {
  const own = `${label}-${process.pid}`;
  for (const name of await readdir(testFolder).catch(() => [])) {
    const pid = Number(/-(\d+)$/.exec(name)?.[1]);
    // A folder of our own number is that of a process before the machine was restarted.
    if (!pid || (isAlive(pid) && name !== own)) continue;
    await removeCluster(path.join(testFolder, name, 'postgres'));
    await rm(path.join(testFolder, name), { recursive: true, force: true });
  }
  return path.join(testFolder, own);
}
