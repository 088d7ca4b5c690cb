import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { loopback } from '../loopback.ts';
import type { Report, ReportAction } from './delivery-report.ts';
import type { Hooks } from './settings.ts';
import type { MessageStore, StoredMessage } from './store.ts';

const tries = 5;
const betweenTriesMs = 2_000;

/** Brings reports to whoever sent a message. */
export interface Postman {
  /** Brings a mail to where mail for this address goes. Answers as the hook did; null when nobody answered. */
  hand(to: string, source: Buffer): Promise<number | null>;
  bring(report: Report, about: StoredMessage, action: ReportAction): Promise<void>;
  close(): void;
}

/**
 * Reports for a domain with a hook are handed over there, as a mail server with a pipe or a transport to the product does; all others
 * come into the store. What the hook answered stands with the message.
 */
export function createPostman(store: MessageStore, hooks: Hooks, changed: () => void): Postman {
  const stopping = new AbortController();

  async function handOver(report: Report, about: StoredMessage, action: ReportAction): Promise<void> {
    const to = report.envelope.to[0] ?? '';
    const hook = hooks[to.slice(to.lastIndexOf('@') + 1).toLowerCase()];
    if (hook === undefined) {
      await store.deliver(report.envelope, report.source, 'mailbox.localhost');
      return;
    }
    const entry = { action, at: new Date().toISOString(), answer: undefined as number | null | undefined };
    about.reports.push(entry);
    for (let left = tries; left > 0 && !stopping.signal.aborted; left -= 1) {
      entry.answer = await post(hook, to, report.source, stopping.signal);
      changed();
      if (entry.answer !== null && entry.answer < 500) return;
      await wait(betweenTriesMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    async hand(to, source) {
      const hook = hooks[to.slice(to.lastIndexOf('@') + 1).toLowerCase()];
      if (hook !== undefined) return post(hook, to, source, stopping.signal);
      await store.deliver({ from: '', to: [to] }, source, 'mailbox.localhost');
      return 250;
    },
    async bring(report, about, action) {
      const brought = handOver(report, about, action).catch((error: unknown) => console.error(error));
      // A hook is not waited for: the sender's server is not kept.
      if (Object.keys(hooks).length === 0) await brought;
      changed();
    },
    close: () => stopping.abort(),
  };
}

/** Answers the HTTP status, or null when nobody answered. */
function post(
  { url, secret }: { url: string; secret: string },
  recipient: string,
  source: Buffer,
  signal: AbortSignal,
): Promise<number | null> {
  return new Promise((resolve) => {
    const call = request(url, {
      method: 'POST',
      lookup: loopback,
      timeout: 15_000,
      signal,
      agent: false,
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'message/rfc822',
        'content-length': source.length,
        'x-original-to': recipient,
      },
    });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(null));
    call.on('close', () => resolve(null));
    call.end(source);
  });
}
