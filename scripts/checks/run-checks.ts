import { Sentence } from '../project.ts';
import { isStoppingAll } from '../stack/groups.ts';
import { CommandFailed } from '../stack/run.ts';
import type { Check } from './static-checks.ts';
import type { Counts } from './vitest.ts';

/** Runs checks one after the other, each on a line of its own; what one says is shown when it fails. */
export async function runChecks(checks: Check[]): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, run } of checks) {
    const startedAt = performance.now();
    const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
    try {
      await run();
      counts.passed += 1;
      console.log(`  ✓ ${name} (${seconds()} s)`);
    } catch (error) {
      if (isStoppingAll()) throw error;
      counts.failed += 1;
      console.log(`  ✗ ${name} (${seconds()} s)\n${explain(error)}\n`);
    }
  }
  return counts;
}

function explain(error: unknown): string {
  if (error instanceof Sentence || error instanceof CommandFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** The last line of every run: `N passed, N failed`, and `, N skipped` when there are any. */
export function summarise({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
