import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Server as SocketServer } from 'node:net';

/** What a route's handler gets: the parsed address and the named parts of its path. */
export interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  parameters: Record<string, string>;
}

/** One address of a peer. In `path`, `:name` stands for one part between slashes. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  handle: (visit: Visit) => void | Promise<void>;
}

interface Listening {
  /** Answers what no route knows. */
  otherwise: (visit: Visit) => void | Promise<void>;
  /** Answers a known path that was asked with another method; `otherwise` when absent. */
  wrongMethod?: (visit: Visit, allowed: string[]) => void | Promise<void>;
  /** Host names (without port) that are answered; any other gets 421, against DNS rebinding. */
  answersHost?: (hostname: string) => boolean;
}

/** Hands each request to its route. A handler's failure becomes a 500 and one line on standard error. */
export function routeRequests(routes: readonly Route[], listening: Listening): RequestListener {
  const compiled = routes.map((route) => ({ ...route, pattern: pathPattern(route.path) }));
  const answersHost = listening.answersHost ?? isLocalName;

  async function dispatch(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const base = URL.parse(`http://${request.headers.host ?? ''}`);
    if (!base || !answersHost(base.hostname)) return sendText(response, 421, 'This host name is not served.');
    const url = URL.parse(request.url ?? '/', base);
    if (!url) return sendText(response, 400, 'The address cannot be read.');

    const visit: Visit = { request, response, url, parameters: {} };
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const allowed: string[] = [];
    for (const route of compiled) {
      const match = route.pattern.exec(url.pathname);
      if (!match) continue;
      if (route.method !== method) {
        allowed.push(route.method);
        continue;
      }
      const parameters = decodeParameters(match.groups ?? {});
      if (!parameters) return sendText(response, 400, 'The address cannot be read.');
      return route.handle({ ...visit, parameters });
    }
    if (allowed.length > 0 && listening.wrongMethod) return listening.wrongMethod(visit, allowed);
    return listening.otherwise(visit);
  }

  return (request, response) => {
    dispatch(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Something went wrong.');
    });
  };
}

function pathPattern(path: string): RegExp {
  const source = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, '(?<$1>[^/]+?)');
  return new RegExp(`^${source}$`);
}

function decodeParameters(groups: Record<string, string>): Record<string, string> | null {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return null;
  }
}

function isLocalName(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(`${text}\n`);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** Reads a whole request body; null when it is longer than `limitBytes`. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads an application/x-www-form-urlencoded body; null for another type or more than 64 kB. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return null;
  const body = await readBody(request, 64 * 1024);
  return body === null ? null : new URLSearchParams(body);
}

/** Starts listening on the loopback address alone; resolves with the port (the one chosen, for port 0). */
export function listenLocally(server: SocketServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Stops a web server: no new connections, requests under way get one second, then all is cut. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 1000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
