import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project.ts';
import { spawnGroup, stopChild } from '../stack/groups.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/** The part of vitest's JSON report that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/**
 * Runs tests of one project with their output on the screen.
 * @param filters parts of file names; all files when empty
 * @returns the counts; a file that could not be loaded, and a run that could not begin, count as one failed
 */
export async function runVitest(project: string, filters: string[]): Promise<Counts> {
  const reportFile = path.join(projectRoot, '.test', `report-${project}-${process.pid}.json`);
  const child = spawnGroup(
    process.execPath,
    [
      path.join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--passWithNoTests=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...filters,
    ],
    { env: process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }, stopWithinSeconds: 30 },
  );
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  await stopChild(child);
  const written = await readFile(reportFile, 'utf8').catch(() => undefined);
  await rm(reportFile, { force: true });
  return countTests(written === undefined ? undefined : (JSON.parse(written) as Report), code);
}

/** @param exitCode vitest's own: anything but 0 means that something failed, whatever was counted */
export function countTests(report: Report | undefined, exitCode: number | null): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: exitCode === 0 ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
