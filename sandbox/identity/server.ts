import { createServer, type RequestListener } from 'node:http';
import { closeServer, listenLocally, routeRequests } from '../http.ts';
import { assetRoutes } from '../page.ts';
import type { RunningPeer } from '../peer.ts';
import { createProvider } from './provider.ts';
import type { IdentitySettings } from './settings.ts';
import { signOnRoutes } from './sign-on.ts';

/** Starts the identity provider; its issuer is http://127.0.0.1:<port>. */
export async function startIdentity(settings: IdentitySettings): Promise<RunningPeer> {
  // The issuer is known once the port is: the listener that needs it comes after.
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  const port = await listenLocally(server, settings.port);
  const issuer = `http://127.0.0.1:${port}`;

  const provider = await createProvider(issuer, settings);
  const answer = provider.callback();
  const routes = [
    ...(await assetRoutes(
      new URL('../persons.css', import.meta.url),
      new URL('./identity.css', import.meta.url),
    )),
    ...signOnRoutes(provider, issuer, settings),
  ];
  listener = routeRequests(routes, {
    answersHost: (hostname) => hostname === '127.0.0.1',
    otherwise: ({ request, response }) => answer(request, response),
  });
  return { port, close: () => closeServer(server) };
}
