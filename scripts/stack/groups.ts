// Every process that the scripts start leads a process group of its own: a Ctrl-C in the terminal does not reach it
// before we do, and stopping it takes its children along. A guard process sees to it that all of them are stopped
// too when this one is killed outright.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../project.ts';
import { hasEnded } from './process-identity.ts';

export type GroupOptions = {
  /** The project's folder when absent. */
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** System user to run as; only root can. */
  user?: { uid: number; gid: number };
  stopSignal?: 'SIGTERM' | 'SIGINT';
  /** After this long the whole group is killed. */
  stopWithinSeconds?: number;
};

type Group = { child: ChildProcess; pid: number; stopSignal: NodeJS.Signals; stopWithinSeconds: number };

const groups = new Map<number, Group>();
let guard: ChildProcess | undefined;
let stoppingAll = false;

/** Starts a command as the leader of a process group, with its output piped. */
export function spawnGroup(command: string, args: string[], options: GroupOptions = {}): ChildProcess {
  if (stoppingAll) throw new Error(`Everything is being stopped: ${command} is not started any more.`);
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    ...options.user,
  });
  const pid = child.pid;
  if (pid === undefined) return child; // The error event tells why.
  const group = {
    child,
    pid,
    stopSignal: options.stopSignal ?? 'SIGTERM',
    stopWithinSeconds: options.stopWithinSeconds ?? 10,
  } as const;
  groups.set(pid, group);
  tellGuard(`add ${pid} ${group.stopSignal} ${group.stopWithinSeconds}`);
  child.on('exit', () => {
    signalGroup(pid, 'SIGKILL'); // Whatever the leader left behind.
    groups.delete(pid);
    tellGuard(`remove ${pid}`);
  });
  return child;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Asks a group to stop; kills what is left of it when its leader has ended, or has not in its time. */
export async function stopGroup(
  pid: number,
  stopSignal: NodeJS.Signals,
  withinSeconds: number,
): Promise<void> {
  signalGroup(pid, stopSignal);
  const deadline = performance.now() + withinSeconds * 1000;
  while (!hasEnded(pid) && performance.now() < deadline) await wait(20);
  signalGroup(pid, 'SIGKILL');
}

/** Stops one child started by `spawnGroup`. */
export async function stopChild(child: ChildProcess): Promise<void> {
  const group = child.pid === undefined ? undefined : groups.get(child.pid);
  if (group) await stopGroup(group.pid, group.stopSignal, group.stopWithinSeconds);
}

/** Whether everything is being stopped: what ends now, ends as it should, and nothing starts any more. */
export function isStoppingAll(): boolean {
  return stoppingAll;
}

/** Stops everything, what was started last first: what others lean on stands longest. */
export async function stopAllGroups(): Promise<void> {
  stoppingAll = true;
  for (const group of [...groups.values()].reverse()) {
    await stopGroup(group.pid, group.stopSignal, group.stopWithinSeconds);
  }
  guard?.stdin?.end();
  guard = undefined;
}

/** Kills everything at once. */
export function killAllGroups(): void {
  for (const group of groups.values()) signalGroup(group.pid, 'SIGKILL');
}

function tellGuard(line: string): void {
  guard ??= startGuard();
  guard.stdin?.write(`${line}\n`);
}

function startGuard(): ChildProcess {
  const started = spawn(process.execPath, [path.join(import.meta.dirname, 'guard.ts')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  started.stdin.on('error', () => {}); // A guard that was killed cannot be told anything.
  // It must not keep this process alive.
  started.unref();
  (started.stdin as Socket).unref();
  return started;
}
