import { Sentence } from './project.ts';
import { isStoppingAll, stopAllGroups } from './stack/groups.ts';
import { stopOnInterruption } from './stack/interruption.ts';

/** By convention 128 and the number of the signal. */
const EXIT_INTERRUPTED = 130;

/**
 * Runs a script's work to its end: what it started is stopped however it ends, and what the person at the keyboard can
 * mend is shown as a sentence. It ends with `process.exitCode`, which the work may set, or 1 when it throws.
 * @param interruption a word on the screen when it is interrupted, and the exit code for that
 */
export async function runScript(
  work: () => Promise<void>,
  interruption: { say?: () => void; exitCode?: number } = {},
): Promise<void> {
  stopOnInterruption(interruption.say ?? (() => {}), interruption.exitCode ?? EXIT_INTERRUPTED);
  try {
    await work();
  } catch (error) {
    if (isStoppingAll()) return; // What was interrupted fails; that is no news, and the interruption sets the code.
    process.exitCode = 1;
    process.stderr.write(`\n${error instanceof Sentence ? error.message : explain(error)}\n`);
  }
  if (isStoppingAll()) return;
  await stopAllGroups();
  process.exit();
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
