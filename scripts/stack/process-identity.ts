import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether there is a process of this number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Number and moment of start of a living process: after a restart of the machine or container, another process may
 * have the number. Undefined when there is none.
 */
export function identifyProcess(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (!existsSync('/proc/self/stat')) return `${pid} ${ask(pid, 'lstart')}`;
  const startedAt = readState(pid)?.[19];
  return startedAt && `${pid} ${startedAt}`;
}

/** Whether a process has ended, also when nobody has taken note of its end yet. */
export function hasEnded(pid: number): boolean {
  return !isAlive(pid) || readState(pid)?.[0] === 'Z';
}

/** The fields of /proc/<pid>/stat after the name, which stands in parentheses and may hold anything. */
function readState(pid: number): string[] | undefined {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return state.slice(state.lastIndexOf(') ') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** The command that a process was started with; empty when there is none. */
export function readCommand(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) return ask(pid, 'command');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** Where there is no /proc, as on macOS. */
function ask(pid: number, column: string): string {
  return (spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
}
