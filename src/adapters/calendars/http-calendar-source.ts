import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type {
  CalendarAnswer,
  CalendarFailure,
  CalendarRequest,
  CalendarSource,
} from '#ports/calendar-source.ts';
import { isLoopback, isPublicAddress } from './public-address.ts';

const answerMilliseconds = 10_000;
const mostBytes = 5 * 1024 * 1024;
const mostRedirects = 3;

type Options = {
  /** Lets calendars of this very machine be read, without TLS: for a trial, never where citizens come. */
  readonly allowLoopback: () => boolean;
};

/**
 * Reads calendars over HTTPS. Each address, also the one that an answer leads on to, is resolved here and connected to as it was resolved
 * and checked: a name that means another address a moment later leads nowhere else.
 */
export function createHttpCalendarSource({ allowLoopback }: Options): CalendarSource {
  return {
    read: async (request) => {
      const deadline = AbortSignal.timeout(answerMilliseconds);
      let url = request.url;
      for (let steps = 0; steps <= mostRedirects; steps += 1) {
        const target = await resolve(url, allowLoopback());
        if ('code' in target) return { kind: 'failed', code: target.code };
        const answer = await ask(target, request, deadline).catch(() => failed('unreachable'));
        if (answer.kind !== 'moved') return answer;
        url = answer.to;
      }
      return failed('refused');
    },
  };
}

type Target = { readonly url: URL; readonly address: string; readonly family: number };

const failed = (code: CalendarFailure) => ({ kind: 'failed', code }) as const;

async function resolve(text: string, allowLoopback: boolean): Promise<Target | { code: CalendarFailure }> {
  if (!URL.canParse(text)) return { code: 'wrongAddress' };
  const url = new URL(text);
  const isPlain = url.protocol === 'http:';
  if (url.username !== '' || (url.protocol !== 'https:' && !(isPlain && allowLoopback)))
    return { code: 'wrongAddress' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await resolveHost(host);
  const mayAsk = ({ address }: { address: string }) =>
    allowLoopback && isLoopback(address) ? true : !isPlain && isPublicAddress(address);
  const [first] = found;
  if (first === undefined) return { code: 'unreachable' };
  // One address inside is enough to refuse: which of them is asked must not be left to chance.
  return found.every(mayAsk) ? { url, ...first } : { code: 'privateAddress' };
}

async function resolveHost(host: string): Promise<{ address: string; family: number }[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  return lookup(host, { all: true }).catch(() => []);
}

type Moved = { readonly kind: 'moved'; readonly to: string };

function ask(
  { url, address, family }: Target,
  { entityTag }: CalendarRequest,
  signal: AbortSignal,
): Promise<CalendarAnswer | Moved> {
  const { get } = url.protocol === 'https:' ? https : http;
  const headers = {
    accept: 'text/calendar, text/plain;q=0.5',
    'user-agent': 'Digitale-Balie',
    ...(entityTag !== null && { 'if-none-match': entityTag }),
  };
  return new Promise((answer, fail) => {
    const request = get(url, {
      headers,
      signal,
      agent: false,
      // What was checked is what is connected to.
      lookup: (_host, options, found) =>
        options.all ? found(null, [{ address, family }]) : found(null, address, family),
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      const done = (result: CalendarAnswer | Moved) => {
        response.destroy();
        answer(result);
      };
      if (statusCode === 304) return done({ kind: 'unchanged' });
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined)
        return done({ kind: 'moved', to: URL.parse(headers.location, url)?.href ?? '' });
      if (statusCode !== 200) return done(failed('refused'));
      collect(response, done, fail);
    });
  });
}

function collect(
  response: http.IncomingMessage,
  done: (answer: CalendarAnswer) => void,
  fail: (error: Error) => void,
): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  response.on('error', fail);
  response.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
    if (bytes > mostBytes) done(failed('tooLarge'));
  });
  response.on('end', () =>
    done({
      kind: 'read',
      text: Buffer.concat(parts).toString('utf8'),
      entityTag: response.headers.etag ?? null,
    }),
  );
}
