import { type Route, sendJson, type Visit } from '../http.ts';
import { segment } from './segments.ts';
import { createdAt, type SmsStore, type TextMessage } from './store.ts';

/** The JSON side of the inbox, for scripts: newest first, `to` in E.164. */
export function apiRoutes(store: SmsStore, changed: () => void): Route[] {
  function list({ response, url }: Visit) {
    const to = url.searchParams.get('to') ?? undefined;
    sendJson(response, 200, store.list({ to }).map(summary));
  }

  function read({ response, parameters }: Visit) {
    const message = store.get(parameters.sid ?? '');
    if (!message) return sendJson(response, 404, { error: 'not_found' });
    const { statusCallback, history } = message;
    sendJson(response, 200, { ...summary(message), statusCallback, history });
  }

  async function clear({ response }: Visit) {
    await store.clear();
    changed();
    response.writeHead(204).end();
  }

  return [
    { method: 'GET', path: '/api/messages', handle: list },
    { method: 'DELETE', path: '/api/messages', handle: clear },
    { method: 'GET', path: '/api/messages/:sid', handle: read },
  ];
}

function summary(message: TextMessage) {
  const { sid, to, from, messagingServiceSid, body, status, errorCode } = message;
  const { encoding, segments } = segment(body);
  return {
    sid,
    createdAt: createdAt(message),
    to,
    from,
    messagingServiceSid,
    body,
    status,
    errorCode,
    encoding,
    segments,
  };
}
