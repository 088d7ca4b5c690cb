import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { hasEnded } from './process-identity.ts';

/** A process that starts one child by `spawnGroup`, whose own child is a grandchild, and prints both numbers. */
const PARENT = `
  const { spawnGroup } = await import(${JSON.stringify(path.join(import.meta.dirname, 'groups.ts'))});
  const child = spawnGroup(process.execPath, ['-e', ${JSON.stringify(`
    const { spawn } = require('node:child_process');
    const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    console.log(process.pid + ' ' + grandchild.pid);
    if (process.env.STUBBORN) process.on('SIGTERM', () => {});
    setInterval(() => {}, 1000);
  `)}], { stopWithinSeconds: 1 });
  child.stdout.pipe(process.stdout);
`;

async function startFamily(env: Record<string, string>): Promise<{ parent: number; descendants: number[] }> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  return { parent: parent.pid as number, descendants: line.split(' ').map(Number) };
}

test.each([
  ['children that end when asked', {}],
  ['children that do not listen', { STUBBORN: '1' }],
])(
  'a process that is killed outright leaves none behind: %s',
  async (_, env) => {
    const { parent, descendants } = await startFamily(env);
    expect(descendants).toHaveLength(2);
    expect(descendants.filter(hasEnded)).toEqual([]);
    process.kill(parent, 'SIGKILL');
    await expect.poll(() => descendants.filter((pid) => !hasEnded(pid)), { timeout: 10_000 }).toEqual([]);
  },
  20_000,
);
