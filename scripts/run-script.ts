import { Sentence } from './project.ts';
import { stopAllGroups } from './stack/groups.ts';
import { stopOnInterruption } from './stack/interruption.ts';

/**
 * Runs a script's work to its end: what it started is stopped however it ends, and what the person at the keyboard can
 * mend is shown as a sentence.
 * @param onStop a word on the screen when it is interrupted
 */
export async function runScript(work: () => Promise<void>, onStop: () => void = () => {}): Promise<void> {
  stopOnInterruption(onStop);
  let code = 0;
  try {
    await work();
  } catch (error) {
    code = 1;
    process.stderr.write(`\n${error instanceof Sentence ? error.message : explain(error)}\n`);
  }
  await stopAllGroups();
  process.exit(code);
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
