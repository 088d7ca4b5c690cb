import { killAllGroups, stopAllGroups } from './groups.ts';

/** One Ctrl-C arrives twice: from the terminal, and forwarded by npm or the bootstrap script. */
const SAME_SIGNAL_WITHIN_MS = 600;

/**
 * Stops everything on Ctrl-C, on a request to end, on a closed terminal and when the process above disappears;
 * a second Ctrl-C does not wait for anything to end tidily.
 * @param onStop runs first, for a word on the screen
 * @param exitCode what to end with
 */
export function stopOnInterruption(onStop: () => void, exitCode: number): void {
  let since: number | undefined;
  const stop = async () => {
    if (since === undefined) {
      since = performance.now();
      onStop();
      await stopAllGroups();
      process.exit(exitCode);
    }
    if (performance.now() - since > SAME_SIGNAL_WITHIN_MS) {
      killAllGroups();
      process.exit(exitCode);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  // A closed terminal takes the output away; that is no reason to leave processes behind.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void stop();
  }, 1000);
  watch.unref();
}
