import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** What a process has used of the machine so far (Linux). */
export type ProcessUse = { readonly cpuMilliseconds: number; readonly residentKilobytes: number };

export function readProcessUse(pid: number): ProcessUse {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuMilliseconds: (ticks * 1_000) / ticksPerSecond, residentKilobytes: Number(resident) };
}
