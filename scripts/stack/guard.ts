// Waits for the process that started it to end, in whatever way, and stops the process groups that are still there.
// Told over stdin: "add <pid> <signal> <seconds>" and "remove <pid>"; the end of stdin is the end of the other side.
import { createInterface } from 'node:readline';
import { stopGroup } from './groups.ts';

const groups = new Map<number, { signal: NodeJS.Signals; seconds: number }>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, pid, signal, seconds] = line.split(' ');
  if (verb === 'add') groups.set(Number(pid), { signal: signal as NodeJS.Signals, seconds: Number(seconds) });
  else groups.delete(Number(pid));
}
for (const [pid, { signal, seconds }] of [...groups].reverse()) await stopGroup(pid, signal, seconds);
