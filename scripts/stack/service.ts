import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Sentence } from '../project.ts';
import { type GroupOptions, isStoppingAll, spawnGroup, stopChild } from './groups.ts';

export type ServiceSpec = GroupOptions & {
  name: string;
  command: string;
  args: string[];
  /** A line that it prints when it serves, or a question to ask it until the answer is yes. */
  ready: RegExp | (() => Promise<boolean>);
  readyWithinSeconds: number;
  logFile: string;
};

export type Service = { name: string; pid: number; logFile: string; stop(): Promise<void> };

const TAIL_LINES = 25;

/**
 * Starts a process that goes on serving, and returns once it does.
 * @param onExit called when it ends after that without having been asked to
 * @throws Sentence with the end of its output when it does not come to serve
 */
export async function startService(spec: ServiceSpec, onExit: (what: string) => void): Promise<Service> {
  mkdirSync(path.dirname(spec.logFile), { recursive: true });
  const log = createWriteStream(spec.logFile, { flags: 'a' });
  const child = spawnGroup(spec.command, spec.args, spec);
  const tail: string[] = [];
  let state: 'starting' | 'serving' | 'stopping' | 'ended' = 'starting';
  let ended = '';
  const seen = Promise.withResolvers<void>();

  const read = (chunk: string) => {
    log.write(chunk);
    tail.push(...chunk.split('\n').filter(Boolean));
    tail.splice(0, tail.length - TAIL_LINES);
    if (spec.ready instanceof RegExp && spec.ready.test(chunk)) seen.resolve();
  };
  child.stdout?.setEncoding('utf8').on('data', read);
  child.stderr?.setEncoding('utf8').on('data', read);
  const finish = (how: string) => {
    ended = `${spec.name} ${how}. Its last lines (all of them in ${spec.logFile}):\n${tail.join('\n')}`;
    if (state === 'serving' && !isStoppingAll()) onExit(ended);
    state = 'ended';
    seen.reject(new Sentence(ended));
    log.end();
  };
  child.on('error', (error) => finish(`could not be started (${error.message})`));
  child.on('close', (code, signal) => finish(`ended with ${signal ?? `code ${code}`}`));

  const late = setTimeout(() => {
    seen.reject(
      new Sentence(`${spec.name} did not serve within ${spec.readyWithinSeconds} s:\n${tail.join('\n')}`),
    );
  }, spec.readyWithinSeconds * 1000);
  if (typeof spec.ready === 'function') void ask(spec.ready, () => state === 'starting').then(seen.resolve);
  try {
    await seen.promise;
  } catch (error) {
    await stopChild(child);
    throw error;
  } finally {
    clearTimeout(late);
  }
  state = 'serving';
  return {
    name: spec.name,
    pid: child.pid as number,
    logFile: spec.logFile,
    stop: async () => {
      state = 'stopping';
      await stopChild(child);
    },
  };
}

async function ask(question: () => Promise<boolean>, goOn: () => boolean): Promise<void> {
  while (goOn() && !(await question().catch(() => false))) await wait(100);
}
