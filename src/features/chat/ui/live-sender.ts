import type { Typed } from '../type-along.ts';

/** Letters typed within this time go together: well within the half second in which they are to be seen (EN 301 549, clause 6.2.4). */
const togetherMilliseconds = 200;

/** Tells the others what stands in the field while it is typed. */
export type LiveSender = {
  readonly typed: (typed: Typed) => void;
  /** Nothing is to be seen any more. */
  readonly stop: () => void;
};

/**
 * One request at a time, so that they arrive in order, and never more than one in so many milliseconds; of what is typed meanwhile only
 * the newest goes.
 * @param send whatever becomes of it: the line itself comes later
 */
export function createLiveSender(send: (typed: Typed) => Promise<unknown>): LiveSender {
  let newest: Typed | null = null;
  let isBusy = false;
  let isShown = false;

  async function sendNewest(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (newest !== null) {
      const typed = newest;
      newest = null;
      isShown = typed.text !== '';
      await Promise.all([send(typed), new Promise((resolve) => setTimeout(resolve, togetherMilliseconds))]);
    }
    isBusy = false;
  }
  const tell = (typed: Typed) => {
    newest = typed;
    void sendNewest();
  };
  return {
    typed: tell,
    stop: () => {
      if (isShown || newest !== null) tell({ text: '', caret: 0 });
    },
  };
}
