import { logUnexpected } from '#shared/log.ts';

/**
 * Does work now and again and again, never twice at once; a failure is logged and the next time comes all the same.
 * @returns how to stop, which waits for what is in hand
 */
export function repeat(
  work: () => Promise<void>,
  everyMilliseconds: number,
  where: string,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = () => {
    running = work()
      .catch((error: unknown) => void logUnexpected(error, where))
      .then(() => {
        if (!stopped) timer = setTimeout(round, everyMilliseconds);
      });
  };
  round();
  return () => {
    stopped = true;
    clearTimeout(timer);
    return running;
  };
}
