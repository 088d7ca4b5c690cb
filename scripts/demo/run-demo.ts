import { rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, Sentence } from '../project.ts';
import { runScript } from '../run-script.ts';
import { readExternalDatabase } from '../stack/database.ts';
import { readExternalVideoServer } from '../stack/livekit.ts';
import { takeLock } from '../stack/lock.ts';
import { choosePorts, parsePort } from '../stack/ports.ts';
import { removeCluster } from '../stack/postgres.ts';
import { showProgress } from '../stack/progress.ts';
import { readSecrets } from '../stack/secrets.ts';
import { startStack } from '../stack/stack.ts';
import { describeDemo } from './describe-demo.ts';
import { drawScreen } from './draw-screen.ts';

const folder = path.join(projectRoot, '.demo');
const demoFile = path.join(folder, 'demo.json');
const DEFAULT_PORT = '3000';

/** The whole of `npm run demo` (and of `npm run dev`, where pages are compiled as they change). */
export async function runDemo(mode: 'production' | 'development'): Promise<void> {
  const command = mode === 'production' ? 'demo' : 'dev';
  await runScript(
    async () => {
      const values = readOptions(command);
      await refuseSecond();
      if (values.fresh) await startOver();
      const startedAt = performance.now();
      process.stdout.write('\n');
      const ended = Promise.withResolvers<never>();
      ended.promise.catch(() => {}); // Heard wherever it is awaited.
      const starting = startStack({
        folder,
        ports: await choosePorts(parsePort(values.port ?? process.env.BALIE_PORT ?? DEFAULT_PORT), command),
        secret: await readSecrets(folder),
        mode,
        throwAway: false,
        externalDatabase: readExternalDatabase(process.env),
        externalVideoServer: readExternalVideoServer(process.env),
        progress: showProgress(process.stdout),
        onExit: (what) => ended.reject(new Sentence(what)),
      });
      const stack = await Promise.race([starting, ended.promise]);
      const demo = describeDemo(stack);
      await writeFile(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
      process.stdout.write(drawScreen(demo, Math.round((performance.now() - startedAt) / 1000), folder));
      await ended.promise;
    },
    // Ctrl-C is how a demo ends.
    { say: () => process.stdout.write('\n  Stopping …\n'), exitCode: 0 },
  );
}

/** @throws Sentence for anything but the two options */
function readOptions(command: string): { port?: string; fresh?: boolean } {
  try {
    return parseArgs({ options: { port: { type: 'string' }, fresh: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Sentence(
      `${(error as Error).message}. There is: npm run ${command} -- [--port <number>] [--fresh, to start over].`,
    );
  }
}

/** The data of one project serves one demo at a time. */
async function refuseSecond(): Promise<void> {
  const lock = path.join(projectRoot, '.build', 'demo.lock');
  const taken = await takeLock(lock);
  if (taken !== 'taken') {
    throw new Sentence(
      `This project's demo (or npm run dev) runs already, as process ${taken.holder}. Stop that one first: Ctrl-C ` +
        `in its window, or kill ${taken.holder}.`,
    );
  }
  rmSync(demoFile, { force: true }); // That of a demo that was killed.
  process.on('exit', () => {
    rmSync(lock, { force: true });
    rmSync(demoFile, { force: true });
  });
}

async function startOver(): Promise<void> {
  if (readExternalDatabase(process.env)) {
    throw new Sentence(
      '--fresh starts over with the embedded database only. Empty your own database yourself, then start without it.',
    );
  }
  await removeCluster(path.join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
}
