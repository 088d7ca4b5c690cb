import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project.ts';
import type { GroupOptions } from '../stack/groups.ts';
import { runToEnd } from '../stack/run.ts';

/** Runs a command line tool of an installed package; returns what it prints, throws with it when it complains. */
export async function runTool(
  packageName: string,
  tool: string,
  args: string[],
  options: GroupOptions = {},
): Promise<string> {
  return runToEnd(process.execPath, [await findTool(packageName, tool), ...args], options);
}

async function findTool(packageName: string, tool: string): Promise<string> {
  const folder = path.join(projectRoot, 'node_modules', packageName);
  const { bin } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[tool]);
}
