import { applyChange, type StateChange } from './state-change.ts';

/** What a stream of events says about its connection. `lost`: for a while now, and being tried again. `ended`: for good. */
export type StreamConnection = 'connecting' | 'open' | 'lost' | 'ended';

/** One event as the server logged it. Numbers have no gaps; none is told twice. */
export type Happened = {
  readonly number: number;
  readonly type: string;
  /** Epoch milliseconds of the server's clock. */
  readonly at: number;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
};

export type StreamListener<View> = {
  /** The whole state, as of now. */
  readonly state: (view: View) => void;
  readonly happened?: (event: Happened) => void;
  /** What is to be seen now and kept nowhere; whatever passed while the connection was gone is lost. */
  readonly passing?: (message: unknown) => void;
  readonly connection: (connection: StreamConnection) => void;
};

/** A shorter gap is nobody's business: the browser is back before anything could have been missed. */
const quietGapMilliseconds = 2_000;
const firstRetryMilliseconds = 1_000;
const longestRetryMilliseconds = 8_000;
/** The server ends each connection well before; who hears nothing for so long holds a dead one, or slept. */
const deadAfterMilliseconds = 50_000;
const lookMilliseconds = 5_000;
/** A tab comes to the front, or is thawed (Page Lifecycle): its first look need not wait for a timer. */
const wakeEvents = ['visibilitychange', 'resume'] as const;

/**
 * Follows an address below `/events/`, through lost connections and restarted servers, until told to stop or until the server
 * says `bye`. The browser itself comes back after a short loss with its Last-Event-ID; where it gives up (an error page instead
 * of a stream) a new connection asks for what came `after` the last number. A page that slept says `lost` before it shows anything new.
 * @returns how to stop
 */
export function followEventStream<View>(path: string, listener: StreamListener<View>): () => void {
  let source: EventSource | null = null;
  let lastNumber: number | null = null;
  let view: View | null = null;
  let retryMilliseconds = firstRetryMilliseconds;
  let ended = false;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  // By the clock on the wall: while a machine sleeps or a page is frozen, timers and the page's own clock may stand still.
  let heardAt = Date.now();

  const hear = () => {
    heardAt = Date.now();
  };
  const miss = () => {
    lostTimer ??= setTimeout(() => listener.connection('lost'), quietGapMilliseconds);
  };
  /** What stands on the page is old, so it says so at once; the whole state comes with the new connection. */
  const wake = () => {
    if (Date.now() - heardAt < deadAfterMilliseconds) return;
    listener.connection('lost');
    open();
  };
  const looking = setInterval(wake, lookMilliseconds);
  const stop = () => {
    ended = true;
    source?.close();
    for (const timer of [lostTimer, retryTimer]) clearTimeout(timer);
    clearInterval(looking);
    for (const event of wakeEvents) document.removeEventListener(event, wake);
    removeEventListener('online', open);
    removeEventListener('offline', miss);
    removeEventListener('pageshow', reopenAfterFreeze);
  };
  const end = () => {
    stop();
    listener.connection('ended');
  };

  function open(): void {
    if (ended) return;
    source?.close();
    clearTimeout(retryTimer);
    hear();
    miss();
    source = new EventSource(`${path}?changes${lastNumber === null ? '' : `&after=${lastNumber}`}`);
    source.addEventListener('open', opened);
    source.addEventListener('state', (event) => show(event, JSON.parse(event.data) as View));
    source.addEventListener('changed', (event) => {
      // Each connection begins with a whole state.
      if (view !== null) show(event, applyChange(view, JSON.parse(event.data) as StateChange));
    });
    source.addEventListener('happened', (event) => {
      hear();
      const number = Number(event.lastEventId);
      if (lastNumber !== null && number <= lastNumber) return;
      lastNumber = number;
      listener.happened?.(JSON.parse(event.data) as Happened);
    });
    source.addEventListener('passing', (event) => {
      hear();
      listener.passing?.(JSON.parse(event.data));
    });
    source.addEventListener('bye', end);
    source.addEventListener('error', failed);
  }

  function show(event: MessageEvent, newest: View): void {
    hear();
    lastNumber = Math.max(lastNumber ?? 0, Number(event.lastEventId));
    view = newest;
    listener.state(newest);
  }

  function opened(): void {
    hear();
    clearTimeout(lostTimer);
    lostTimer = undefined;
    retryMilliseconds = firstRetryMilliseconds;
    listener.connection('open');
  }

  function failed(): void {
    hear();
    miss();
    if (source?.readyState !== EventSource.CLOSED) return;
    retryTimer = setTimeout(() => void retry(), retryMilliseconds);
    retryMilliseconds = Math.min(retryMilliseconds * 2, longestRetryMilliseconds);
  }

  /** An EventSource hides why it gave up: ask, so that what is gone for good is not asked for for ever. */
  async function retry(): Promise<void> {
    const status = await fetch(path, { method: 'HEAD' }).then(
      (response) => response.status,
      () => null,
    );
    if (ended) return;
    if (status === 404) end();
    else open();
  }

  function reopenAfterFreeze(event: PageTransitionEvent): void {
    if (event.persisted) open();
  }

  addEventListener('online', open);
  addEventListener('offline', miss);
  addEventListener('pageshow', reopenAfterFreeze);
  for (const event of wakeEvents) document.addEventListener(event, wake);
  listener.connection('connecting');
  open();
  return stop;
}
