import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { projectRoot, Sentence } from '../project.ts';
import { withLock } from '../stack/lock.ts';
import { CommandFailed, runToEnd } from '../stack/run.ts';

const VERSION = '7.3.0';
const NEEDED =
  'Calendar files are read by the Python library icalendar too: Python 3 with venv and pip is needed (on Debian: ' +
  'apt-get install python3-venv), and the package registry of Python when it is not installed yet.';

/** An event as icalendar reads it; instants are ISO 8601 in UTC. */
export type ReadEvent = {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string;
  readonly startAt: string;
  readonly endAt: string;
  /** Wall time at its start in the zone that was asked for: `2026-11-24T10:40`. */
  readonly startsOnWall: string;
  readonly alarms: number;
};

/**
 * Reads calendar files with icalendar, each in a zone of its own. The library is installed once for all projects of this user.
 * @throws Sentence when it is not there and cannot be installed
 */
export async function readWithIcalendar(
  files: readonly { readonly content: string; readonly timeZone: string }[],
): Promise<readonly (readonly ReadEvent[])[]> {
  const python = await findPython();
  const input = Buffer.from(JSON.stringify(files)).toString('base64');
  const script = path.join(projectRoot, 'scripts', 'testing', 'read-calendars.py');
  return JSON.parse(await runToEnd(python, [script, input])) as ReadEvent[][];
}

/** The Python that has icalendar. */
async function findPython(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const folder = path.join(cache, 'digitale-balie', `icalendar-${VERSION}`);
  const python = path.join(folder, 'bin', 'python');
  // Written at the very end: half an installation is none.
  const note = path.join(folder, 'installed');
  if (existsSync(note)) return python;
  await mkdir(path.dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(note)) return;
    await install(folder);
    await writeFile(note, '');
  });
  return python;
}

async function install(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  try {
    await ensurePython();
    await runToEnd('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet'];
    await runToEnd(path.join(folder, 'bin', 'python'), [...pip, `icalendar==${VERSION}`, 'tzdata']);
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
