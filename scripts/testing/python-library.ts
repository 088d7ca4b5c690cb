import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { Sentence } from '../project.ts';
import { withLock } from '../stack/lock.ts';
import { CommandFailed, runToEnd } from '../stack/run.ts';

const NEEDED =
  'What this product writes is read by Python libraries too: Python 3 with venv and pip is needed (on Debian: ' +
  'apt-get install python3-venv), and the package registry of Python when they are not installed yet.';

/**
 * The Python that has a library. It is installed once for all projects of this user.
 * @param packages with their versions; the first one gives the folder its name
 * @throws Sentence when it is not there and cannot be installed
 */
export async function findPython(packages: readonly string[]): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const name = (packages[0] ?? 'none').replace('==', '-');
  const folder = path.join(cache, 'digitale-balie', name);
  const python = path.join(folder, 'bin', 'python');
  // Written at the very end: half an installation is none.
  const note = path.join(folder, 'installed');
  if (existsSync(note)) return python;
  await mkdir(path.dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(note)) return;
    await install(folder, packages);
    await writeFile(note, '');
  });
  return python;
}

async function install(folder: string, packages: readonly string[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  try {
    await ensurePython();
    await runToEnd('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet'];
    await runToEnd(path.join(folder, 'bin', 'python'), [...pip, ...packages]);
  } catch (error) {
    const why = error instanceof CommandFailed ? error.message : String(error);
    throw new Sentence(`${NEEDED}\n${why}`);
  }
}

/** On Debian, as root, Python is installed when there is none. */
async function ensurePython(): Promise<void> {
  if (await canMakeVenv()) return;
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) throw new Sentence(NEEDED);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runToEnd('apt-get', ['update'], { env });
  await runToEnd('apt-get', ['install', '-y', '--no-install-recommends', 'python3', 'python3-venv'], { env });
}

async function canMakeVenv(): Promise<boolean> {
  try {
    await runToEnd('python3', ['-c', 'import venv, ensurepip']);
    return true;
  } catch {
    return false;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
