import { z } from 'zod';
import { type Route, sendJson, type Visit } from '../http.ts';
import { parseMessage } from './parse-message.ts';
import type { MessageStore, StoredMessage } from './store.ts';

const query = z.object({
  to: z.string().min(1).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});

/**
 * The JSON side of the mailbox, for scripts. Messages come newest first; `since` (ISO 8601 with offset) keeps
 * what arrived at that instant or later, `to` one recipient of the SMTP transaction.
 */
export function apiRoutes(store: MessageStore, changed: () => void): Route[] {
  function list({ response, url }: Visit) {
    const asked = query.safeParse(Object.fromEntries(url.searchParams));
    if (!asked.success) {
      const parameter = String(asked.error.issues[0]?.path[0]);
      return sendJson(response, 400, { error: 'invalid_parameter', parameter });
    }
    const { to, since } = asked.data;
    const messages = store.list({ to, since: since === undefined ? undefined : new Date(since) });
    sendJson(response, 200, messages.map(summary));
  }

  async function read({ response, parameters }: Visit) {
    const message = store.get(parameters.id ?? '');
    if (!message) return sendJson(response, 404, { error: 'not_found' });
    const { text, html, headers, attachments } = await parseMessage(message.source);
    sendJson(response, 200, {
      ...summary(message),
      envelope: message.envelope,
      text,
      html,
      headers,
      attachments: attachments.map((each) => ({ ...each, content: each.content.toString('base64') })),
    });
  }

  function source({ response, parameters }: Visit) {
    const message = store.get(parameters.id ?? '');
    if (!message) return sendJson(response, 404, { error: 'not_found' });
    response.writeHead(200, {
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${message.id}.eml"`,
      'x-content-type-options': 'nosniff',
    });
    response.end(message.source);
  }

  async function clear({ response }: Visit) {
    await store.clear();
    changed();
    response.writeHead(204).end();
  }

  return [
    { method: 'GET', path: '/api/messages', handle: list },
    { method: 'DELETE', path: '/api/messages', handle: clear },
    { method: 'GET', path: '/api/messages/:id', handle: read },
    { method: 'GET', path: '/api/messages/:id/source', handle: source },
  ];
}

function summary({ id, receivedAt, from, envelope, subject }: StoredMessage) {
  return { id, receivedAt, from, to: envelope.to, subject };
}
