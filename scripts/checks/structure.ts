import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot, Sentence } from '../project.ts';
import { makeRunFolder } from '../testing/run-folder.ts';
import { plantedFiles } from './planted-violations.ts';
import { runTool } from './run-tool.ts';

const configuration = path.join(projectRoot, '.dependency-cruiser.mjs');

/** What dependency-cruiser reports, as far as it is read here. */
type Report = {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
};

/** @throws Sentence with every import that goes in a forbidden direction */
export async function checkStructure(): Promise<void> {
  const { summary } = await cruise(projectRoot);
  // With a parser that cannot read the sources it finds no module, and so no violation.
  if (summary.totalCruised === 0) throw new Sentence('dependency-cruiser read no module at all.');
  if (summary.violations.length === 0) return;
  throw new Sentence(
    summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).join('\n'),
  );
}

/** Proves that the rules catch what they forbid, on a small tree that breaks each of them. */
export async function checkThatViolationsAreCaught(): Promise<void> {
  const root = await makeRunFolder('planted');
  try {
    for (const [file, content] of Object.entries(plantedFiles)) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), content);
    }
    const { summary } = await cruise(root);
    const caught = new Set(summary.violations.map(({ rule }) => rule.name));
    const { default: rules } = await import(configuration);
    const missed = (rules.forbidden as { name: string }[]).filter(({ name }) => !caught.has(name));
    if (missed.length) {
      throw new Sentence(
        `Planted violations that were not caught: ${missed.map(({ name }) => name).join(', ')}`,
      );
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function cruise(root: string): Promise<Report> {
  const folders = ['src', 'sandbox'].filter((folder) => existsSync(path.join(root, folder)));
  const printed = await runTool(
    'dependency-cruiser',
    'depcruise',
    [...folders, '--config', configuration, '--output-type', 'json'],
    { cwd: root },
  );
  return JSON.parse(printed) as Report;
}
