import type { IncomingMessage, ServerResponse } from 'node:http';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import { hostNameOf, type Organisation } from '#features/organisation/organisation.ts';
import { config } from '#shared/config/config.ts';
import { nameAnswer } from '#shared/http/answer-status.ts';
import { nameOrganisation } from '#shared/http/organisation-slug.ts';
import { logUnexpected } from '#shared/log.ts';
import { serveEventStream } from './event-stream.ts';
import { databaseAnswers } from './stream-hub.ts';
import { findSubject } from './subjects.ts';
import { refuseUnknownHost } from './unknown-host.ts';

const knownForMilliseconds = 10_000;
const known = new Map<string, { readonly organisation: Organisation; readonly until: number }>();

/**
 * Answers what needs no page: unknown hosts, health, live streams. Gives false when the request is for a page.
 * Headers by which a client could pretend to be a proxy are taken off first.
 */
export async function answerDirectly(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  try {
    for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'])
      delete request.headers[name];
    if (!config().TRUST_PROXY) request.headers['x-forwarded-for'] = request.socket.remoteAddress;
    if (config().PUBLIC_SCHEME === 'https') request.headers['x-forwarded-proto'] = 'https';
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    setSecurityHeaders(response, pathname);
    if (pathname === '/healthz') return await answerHealth(response);
    const organisation = await findKnownOrganisation(hostNameOf(request.headers.host));
    if (organisation === null) {
      refuseUnknownHost(request, response);
      return true;
    }
    if (!pathname.startsWith('/events/')) {
      nameAnswer(request, response);
      nameOrganisation(request, organisation);
      return false;
    }
    const subject = await findSubject(organisation, pathname, request.headers.cookie);
    if (subject === null) response.writeHead(404).end();
    else if (request.method === 'HEAD') response.writeHead(200).end();
    else serveEventStream(request, response, subject);
    return true;
  } catch (error) {
    const errorId = logUnexpected(error, 'entrance');
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' }).end(errorId);
    return true;
  }
}

function setSecurityHeaders(response: ServerResponse, pathname: string): void {
  response.setHeader('x-content-type-options', 'nosniff');
  // Nothing to other hosts, and never an address with a secret in it. `no-referrer` would also make browsers hide the origin of
  // our own forms.
  const isSecret = ['/l/', '/join/', '/prove/'].some((start) => pathname.startsWith(start));
  response.setHeader('referrer-policy', isSecret ? 'strict-origin' : 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader(
    'permissions-policy',
    'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
  );
  if (config().PUBLIC_SCHEME === 'https') response.setHeader('strict-transport-security', 'max-age=63072000');
}

async function answerHealth(response: ServerResponse): Promise<true> {
  const healthy = await databaseAnswers();
  response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ database: healthy }));
  return true;
}

async function findKnownOrganisation(host: string): Promise<Organisation | null> {
  const entry = known.get(host);
  if (entry !== undefined && entry.until > Date.now()) return entry.organisation;
  known.delete(host);
  const organisation = await findOrganisationByHost(host);
  // Only hosts that exist are remembered, so that made-up ones cannot fill the memory.
  if (organisation !== null) known.set(host, { organisation, until: Date.now() + knownForMilliseconds });
  return organisation;
}
