import { type GroupOptions, spawnGroup } from './groups.ts';

/** A command that did not end with 0; the message holds what it printed. */
export class CommandFailed extends Error {}

/**
 * Runs a command to its end in the project's folder and returns what it printed on stdout.
 * Its output is shown in the error only, so that progress stays legible.
 */
export function runToEnd(
  command: string,
  args: string[],
  options: GroupOptions & { onLine?: (line: string) => void } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawnGroup(command, args, options);
    let stdout = '';
    let all = '';
    const collect = (chunk: string) => {
      all += chunk;
      if (options.onLine) for (const line of chunk.split('\n')) if (line) options.onLine(line);
    };
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      collect(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(stdout);
      else reject(new CommandFailed(`${[command, ...args].join(' ')} failed:\n${all.trimEnd()}`));
    });
  });
}
