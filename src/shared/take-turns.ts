/** Does work when its turn comes. */
export type Turns = <Value>(work: () => Promise<Value>) => Promise<Value>;

/**
 * Lets at most so many pieces of work run at once in this process; the others wait in order, holding nothing. A rush then takes
 * longer instead of running into the time limits of transactions that all began at once.
 */
export function createTurns(atOnce: number): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running === atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line; only when there is none, it becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
