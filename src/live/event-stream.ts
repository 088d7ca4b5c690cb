import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LoggedEvent, readEventsAfter, readStreamVersion } from '#db/event-log.ts';
import { logUnexpected } from '#shared/log.ts';
import type { LiveState, LiveSubject } from './live-subject.ts';
import { lookAlong } from './look-along.ts';
import { isSameState, type StateText, writeState } from './state-text.ts';
import { followPassing, followStream } from './stream-hub.ts';

const heartbeatMilliseconds = 10_000;
const retryMilliseconds = 1_000;
/**
 * A connection whose other end vanished without a word looks open for minutes. So none lives long: the browser comes back at
 * once, and who does not has left. The spread keeps thousands from coming back together.
 */
const lifetimeMilliseconds = 25_000;
const lifetimeSpreadMilliseconds = 5_000;
const comeBackMilliseconds = 100;
/** More than this was missed: the state alone is sent, which holds everything anyway. */
const replayLimit = 500;

type Batch = {
  readonly loaded: LiveState | null;
  readonly version: number;
  readonly events: readonly LoggedEvent[];
};

/** Every open stream of this node, so that a stopping server can end them. */
const openStreams = new Set<ServerResponse>();

/**
 * Serves a subject as Server-Sent Events (HTML standard, section 9.2).
 * `happened` events carry what was logged, numbered without gaps; `state` carries the whole state as of that number; `passing` what is
 * to be seen now and kept nowhere.
 * A `Last-Event-ID` (or `after` in the address, from a page whose browser gave up) gets what was missed since; `bye` means: do
 * not come back.
 */
export function serveEventStream(
  request: IncomingMessage,
  response: ServerResponse,
  subject: LiveSubject,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  response.write(`retry: ${retryMilliseconds}\n\n`);
  openStreams.add(response);
  const disconnected = subject.connected?.();
  const pump = pumpInto(response, subject, readLastEventId(request));
  const unfollow = [subject.stream, ...(subject.reloadOn ?? [])].map((stream) =>
    followStream(subject.organisationId, stream, pump.run),
  );
  const { passing } = subject;
  if (passing !== undefined) {
    const unfollowPassing = followPassing(subject.organisationId, subject.stream, (message) => {
      const shown = passing(message);
      if (shown !== null) response.write(`event: passing\ndata: ${JSON.stringify(shown)}\n\n`);
    });
    unfollow.push(unfollowPassing);
  }
  const heartbeat = setInterval(() => response.write(': here\n\n'), heartbeatMilliseconds);
  const end = setTimeout(
    () => response.end(`retry: ${comeBackMilliseconds}\n\n`),
    lifetimeMilliseconds + Math.random() * lifetimeSpreadMilliseconds,
  );
  response.on('close', () => {
    openStreams.delete(response);
    clearInterval(heartbeat);
    clearTimeout(end);
    for (const stop of unfollow) stop();
    pump.stop();
    disconnected?.();
  });
  pump.run();
}

/** Ends every stream of this node; the browsers come back by themselves, to whoever answers then. */
export function endEventStreams(): void {
  for (const response of openStreams) response.end();
}

function readLastEventId(request: IncomingMessage): number | null {
  const header = request.headers['last-event-id'];
  const given = header ?? new URL(request.url ?? '/', 'http://host.invalid').searchParams.get('after');
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : null;
}

/** Loads and writes one batch at a time; calls during a load make for one more load. */
function pumpInto(response: ServerResponse, subject: LiveSubject, lastEventId: number | null) {
  let last = lastEventId;
  let told: StateText | null = null;
  let busy = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  const run = () => {
    if (busy) again = true;
    else void pumpUntilQuiet();
  };

  async function pumpUntilQuiet(): Promise<void> {
    busy = true;
    try {
      do {
        again = false;
        const batch = await loadBatch(subject, last);
        if (batch.loaded === null) {
          response.end('event: bye\ndata: {}\n\n');
          return;
        }
        if (response.writableEnded || response.destroyed) return;
        const state = writeState(batch.loaded.state);
        // What happened to others may leave this reader's state as it was: nothing to tell then.
        if (!isSameState(state, told) || batch.version !== last) response.write(writeBatch(batch, state));
        told = state;
        last = batch.version;
        clearTimeout(timer);
        const { refreshAt } = batch.loaded;
        if (refreshAt !== null)
          timer = setTimeout(run, Math.min(Math.max(refreshAt - Date.now(), 250), 86_400_000));
      } while (again && !response.destroyed);
    } catch (error) {
      logUnexpected(error, `stream ${subject.stream.split(':')[0]}`);
      // The browser reconnects and gets the state then.
      response.end();
    } finally {
      busy = false;
    }
  }

  return { run, stop: () => clearTimeout(timer) };
}

function loadBatch(subject: LiveSubject, last: number | null): Promise<Batch> {
  const kind = subject.stream.split(':', 1)[0] as string;
  return lookAlong(subject.organisationId, kind, async (scope) => {
    const version = await readStreamVersion(scope, subject.stream);
    const missed = last !== null && last < version && version - last <= replayLimit;
    const events = missed ? await readEventsAfter(scope, subject.stream, last, replayLimit) : [];
    return { version, events, loaded: await subject.load(scope) };
  });
}

function writeBatch({ version, events }: Batch, state: StateText): string {
  const happened = events.map(
    (event) => `id: ${event.number}\nevent: happened\ndata: ${JSON.stringify(event)}\n\n`,
  );
  return `${happened.join('')}id: ${version}\nevent: state\ndata: ${state.json()}\n\n`;
}
