import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasEnded } from './stack/process-identity.ts';

const here = (file: string) => JSON.stringify(path.join(import.meta.dirname, file));

/** A script that waits for a command which never ends, and tells that command's number. */
const SCRIPT = `
  const { runScript } = await import(${here('run-script.ts')});
  const { runToEnd } = await import(${here('stack/run.ts')});
  await runScript(async () => {
    const endless = 'console.log(process.pid); setInterval(() => {}, 1000)';
    await runToEnd(process.execPath, ['-e', endless], { onLine: (line) => console.log(line) });
  });
`;

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a script that gets %s stops what it waits for, says nothing and ends as interrupted',
  async (signal) => {
    const script = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT]);
    let complaint = '';
    script.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    const [line] = await once(script.stdout, 'data');
    const command = Number(String(line));
    script.kill(signal);
    expect(await once(script, 'exit')).toEqual([130, null]);
    expect(complaint).toBe('');
    expect(hasEnded(command)).toBe(true);
  },
  20_000,
);

test('a sentence for the person at the keyboard is shown without a stack', async () => {
  const failing = `
    const { runScript } = await import(${here('run-script.ts')});
    const { Sentence } = await import(${here('project.ts')});
    await runScript(async () => { throw new Sentence('Do this instead.'); });
  `;
  const script = spawn(process.execPath, ['--input-type=module', '-e', failing]);
  const [complaint] = await once(script.stderr, 'data');
  expect(String(complaint)).toBe('\nDo this instead.\n');
  expect(await once(script, 'exit')).toEqual([1, null]);
}, 20_000);
