import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LoggedEvent, readEventsAfter, readStreamVersion } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { logUnexpected } from '#shared/log.ts';
import type { LiveState, LiveSubject } from './live-subject.ts';
import { lookAlong } from './look-along.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { isSameState, joinState, type StateText, writeState } from './state-text.ts';
import { followPassing, followStream } from './stream-hub.ts';
import { tellChange } from './tell-change.ts';

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
 * `happened` events carry what was logged, numbered without gaps; `state` carries the whole state as of that number; `changed` what is
 * another since the one told before it, for who asks for `changes` in the address; `passing` what is to be seen now and kept nowhere.
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
  const pump = pumpInto(response, subject, readWish(request));
  const { organisationId } = subject;
  const unfollow = [
    followStream(organisationId, subject.stream, pump.run),
    ...(subject.reloadOn ?? []).map((stream) => followStream(organisationId, stream, pump.glance)),
  ];
  const { passing } = subject;
  if (passing !== undefined) {
    const unfollowPassing = followPassing(organisationId, subject.stream, (message) => {
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

type Wish = {
  /** The number of the last event that was received; null for the first connection. */
  readonly last: number | null;
  readonly changes: boolean;
};

function readWish(request: IncomingMessage): Wish {
  const { searchParams } = new URL(request.url ?? '/', 'http://host.invalid');
  const given = request.headers['last-event-id'] ?? searchParams.get('after');
  const last = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : null;
  return { last, changes: searchParams.has('changes') };
}

/** Loads and writes one batch at a time. */
function pumpInto(response: ServerResponse, subject: LiveSubject, wish: Wish) {
  let { last } = wish;
  let told: StateText | null = null;
  let timer: NodeJS.Timeout | undefined;
  const isOver = () => response.writableEnded || response.destroyed;
  const fail = (error: unknown) => {
    logUnexpected(error, `stream ${kindOf(subject)}`);
    // The browser reconnects and gets the state then.
    response.end();
  };

  async function pump(): Promise<void> {
    if (isOver()) return;
    const batch = await loadBatch(subject, last);
    if (batch.loaded === null) return void response.end('event: bye\ndata: {}\n\n');
    if (isOver()) return;
    const state = writeState(batch.loaded.state);
    // What happened to others may leave this reader's state as it was: nothing to tell then.
    if (!isSameState(state, told) || batch.version !== last)
      response.write(writeBatch(batch, writeNews(state, wish.changes ? told : null)));
    told = state;
    last = batch.version;
    clearTimeout(timer);
    const { refreshAt } = batch.loaded;
    if (refreshAt !== null)
      timer = setTimeout(run, Math.min(Math.max(refreshAt - Date.now(), 250), 86_400_000));
  }
  const run = oneAtATime(() => pump().catch(fail));

  /** Something happened elsewhere. */
  async function glance(): Promise<void> {
    const { isConcerned } = subject;
    if (isOver()) return;
    if (isConcerned === undefined || (await look(subject, isConcerned))) run();
  }

  return { run, glance: oneAtATime(() => glance().catch(fail)), stop: () => clearTimeout(timer) };
}

const kindOf = ({ stream }: LiveSubject) => stream.split(':', 1)[0] as string;

function look<Value>(subject: LiveSubject, load: (scope: OrganisationScope) => Promise<Value>) {
  return lookAlong(subject.organisationId, kindOf(subject), load);
}

function loadBatch(subject: LiveSubject, last: number | null): Promise<Batch> {
  return look(subject, async (scope) => {
    const version = await readStreamVersion(scope, subject.stream);
    const missed = last !== null && last < version && version - last <= replayLimit;
    const events = missed ? await readEventsAfter(scope, subject.stream, last, replayLimit) : [];
    return { version, events, loaded: await subject.load(scope) };
  });
}

/** The whole state to who was told none, and to others what changed since. */
function writeNews(state: StateText, told: StateText | null): string {
  return told === null
    ? `event: state\ndata: ${joinState(state)}\n\n`
    : `event: changed\ndata: ${tellChange(told, state)}\n\n`;
}

function writeBatch({ version, events }: Batch, news: string): string {
  const happened = events.map(
    (event) => `id: ${event.number}\nevent: happened\ndata: ${JSON.stringify(event)}\n\n`,
  );
  return `${happened.join('')}id: ${version}\n${news}`;
}
