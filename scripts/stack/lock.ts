import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identifyProcess } from './process-identity.ts';

/**
 * Does something while no other process does it under the same lock file; a lock whose holder died is taken over.
 * @param onWait called once when somebody else is at it
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  for (let waited = false; (await takeLock(file)) !== 'taken'; waited = true) {
    if (!waited) onWait();
    await wait(250);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * Takes a lock file, also one whose holder has died; whoever takes it removes it.
 * @returns the living holder's process id when it is held
 */
export async function takeLock(file: string): Promise<'taken' | { holder: number }> {
  await mkdir(path.dirname(file), { recursive: true });
  // A link appears with its content, so that a lock without a holder is never seen.
  const own = `${file}.${crypto.randomUUID()}`;
  await writeFile(own, identifyProcess(process.pid) ?? '');
  try {
    for (;;) {
      const linked = await link(own, file).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      if (linked) return 'taken';
      const identity = await readFile(file, 'utf8').catch(() => '');
      const holder = Number.parseInt(identity, 10);
      if (holder > 0 && identifyProcess(holder) === identity) return { holder };
      await rm(file, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
}
