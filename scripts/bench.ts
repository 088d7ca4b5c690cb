// npm run bench -- <name> [--json]   runs bench/<name>.bench.ts against the whole product, on free ports.
// With --json, stdout holds what the measurement prints and nothing else.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot, Sentence } from './project.ts';
import { runScript } from './run-script.ts';
import { spawnGroup, stopAllGroups } from './stack/groups.ts';
import { startTestStack } from './testing/test-stack.ts';

const [name, ...rest] = process.argv.slice(2);

async function listNames(): Promise<string> {
  const files = await readdir(path.join(projectRoot, 'bench')).catch(() => []);
  return files.flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []).join(', ');
}

await runScript(async () => {
  const file = path.join('bench', `${name}.bench.ts`);
  if (!name || !existsSync(path.join(projectRoot, file))) {
    throw new Sentence(`Say which measurement: npm run bench -- <name>. There are: ${await listNames()}.`);
  }
  const { stack, remove } = await startTestStack('bench', process.stderr);
  const child = spawnGroup(process.execPath, [file, ...rest], {
    env: { BALIE_STACK: JSON.stringify(stack) },
  });
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  process.exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  await stopAllGroups();
  await remove();
});
