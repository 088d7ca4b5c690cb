import { logUnexpected } from '#shared/log.ts';

/** What a lane does with its things. */
export type LaneWork<Item, Result> = {
  /** Takes at most so many things that are to be sent; none when there are none. */
  readonly take: (room: number) => Promise<readonly Item[]>;
  readonly send: (item: Item) => Promise<Result>;
  /** Writes results down, several in one turn. */
  readonly remember: (results: readonly Result[]) => Promise<void>;
  /** Whether the result says that the way itself is shut, whoever the thing is for. */
  readonly isShut: (result: Result) => boolean;
};

export type LaneSettings = {
  /** How many things are in hand at most: taken and not yet remembered. What a killed process may send twice. */
  readonly window: number;
  /** Milliseconds between looks at a way that is shut, doubling up to the second. */
  readonly rest: readonly [number, number];
};

export type Lane = {
  /** Says that there is something to take. */
  readonly wake: () => void;
  /** Takes nothing more, and waits for what is in hand. */
  readonly stop: () => Promise<void>;
};

/** A turn at the database costs about as much for one result as for twenty. */
const gatherMilliseconds = 20;

/** How many messages a process has in hand at most on each channel: what it may send twice when it is killed. */
export const deliveryWindow = 64;

/** So many in a row must say that the way is shut. */
const shutAfter = 5;

/**
 * One way out: keeps a window of things in hand, takes new ones as soon as there is room, and writes results down in groups, as many
 * as came while the group before was being written. Where the way is shut it tries one thing at a time, ever more rarely.
 */
export function createLane<Item, Result>(work: LaneWork<Item, Result>, settings: LaneSettings): Lane {
  const { window, rest } = settings;
  let inHand = 0;
  let shut = 0;
  let looks = 0;
  let running: Promise<void> | null = null;
  let woken = false;
  const stopping = new AbortController();
  let freed = Promise.withResolvers<void>();
  const waiting: Result[] = [];
  let isWriting = false;

  function tellFreed(): void {
    freed.resolve();
    freed = Promise.withResolvers();
  }

  function free(count: number): void {
    inHand -= count;
    tellFreed();
  }

  async function write(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      // More come in the meantime, and are written in the same turn.
      if (waiting.length < inHand) await pause(gatherMilliseconds);
      const results = waiting.splice(0);
      await work.remember(results).catch((error: unknown) => logUnexpected(error, 'remembering messages'));
      free(results.length);
    }
    isWriting = false;
  }

  async function handle(item: Item): Promise<void> {
    try {
      const result = await work.send(item);
      shut = work.isShut(result) ? shut + 1 : 0;
      waiting.push(result);
      if (!isWriting) void write();
    } catch (error) {
      logUnexpected(error, 'sending messages');
      free(1);
    }
  }

  /** Resolves when a look at the way makes sense again. */
  async function untilOpen(): Promise<void> {
    if (shut < shutAfter) looks = 0;
    else {
      const [first, longest] = rest;
      const milliseconds = Math.min(first * 2 ** looks, longest);
      looks += 1;
      await pause(milliseconds, stopping.signal);
    }
  }

  async function run(): Promise<void> {
    while (woken && !stopping.signal.aborted) {
      const room = (shut < shutAfter ? window : 1) - inHand;
      // Few at a time would make each of them dear.
      if (room <= 0 || (inHand > 0 && room < window / 2)) {
        await freed.promise;
        continue;
      }
      await untilOpen();
      woken = false;
      const items = await work.take(room).catch((error: unknown) => {
        logUnexpected(error, 'taking messages');
        return [];
      });
      if (items.length > 0) woken = true;
      inHand += items.length;
      for (const item of items) void handle(item);
    }
    running = null;
  }

  return {
    wake: () => {
      woken = true;
      if (!stopping.signal.aborted) running ??= run();
    },
    stop: async () => {
      stopping.abort();
      tellFreed();
      await running;
      while (inHand > 0) await freed.promise;
    },
  };
}

/** Waits so long, or until it is told to stop. */
function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}
