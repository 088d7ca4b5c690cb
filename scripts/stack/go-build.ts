import { accessSync, constants, existsSync, renameSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { Sentence } from '../project.ts';
import { withLock } from './lock.ts';
import { CommandFailed, runToEnd } from './run.ts';

type GoBuild = {
  /** Of the folder in which it is kept for all projects of this user: a name with a version. */
  readonly kept: string;
  readonly binary: string;
  /** As `go` names it, where that is something else. */
  readonly made?: string;
  /** Arguments of `go`, which puts the one binary that they make into `workFolder`. */
  readonly go: (workFolder: string) => string[];
  /** Where `go` is run; the project's folder when left out. */
  readonly cwd?: string;
  /** As people call it. */
  readonly name: string;
  /** What to do where it cannot be built. */
  readonly needed: string;
};

/**
 * A binary that is built with Go once for all projects of this user.
 * @param onProgress words about how far the build is
 * @throws Sentence where there is no Go, or the build fails
 */
export async function findGoBuild(build: GoBuild, onProgress: (words: string) => void): Promise<string> {
  const folder = path.join(cacheFolder(), build.kept);
  const file = path.join(folder, build.binary);
  if (existsSync(file)) return file;
  if (!findOnPath('go')) throw new Sentence(build.needed);
  await withLock(
    `${folder}.lock`,
    async () => {
      if (!existsSync(file)) await make(build, folder, file, onProgress);
    },
    () => onProgress('another run is building it'),
  );
  return file;
}

/** Where what was built or fetched once is kept for all projects of this user. */
export function cacheFolder(): string {
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'digitale-balie');
}

async function make(
  { go, cwd, name, needed, binary, made = binary }: GoBuild,
  folder: string,
  file: string,
  onProgress: (words: string) => void,
): Promise<void> {
  const workFolder = path.join(folder, 'building');
  await mkdir(workFolder, { recursive: true });
  let packages = 0;
  let downloads = 0;
  try {
    await runToEnd('go', go(workFolder), {
      ...(cwd !== undefined && { cwd }),
      env: { GOBIN: workFolder },
      onLine: (line) => {
        if (line.startsWith('go: downloading')) onProgress(`${++downloads} modules fetched`);
        else onProgress(`${++packages} packages compiled`);
      },
    });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Sentence(`Building ${name} failed.\n${error.message}\n\n${needed}`);
  }
  renameSync(path.join(workFolder, made), file);
  await rm(workFolder, { recursive: true, force: true });
}

/** An executable on the PATH. */
export function findOnPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
