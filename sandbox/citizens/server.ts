import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { closeServer, listenLocally, routeRequests, sendText, type Visit } from '../http.ts';
import { assetRoutes } from '../page.ts';
import type { RunningPeer } from '../peer.ts';
import { choiceRoutes } from './choose.ts';
import { dialectNames, dialects } from './dialects.ts';
import { createCitizensProvider } from './provider.ts';
import type { CitizensSettings } from './settings.ts';

/** Starts the citizens' providers; their issuers are http://127.0.0.1:<port>/<profile>. */
export async function startCitizens({ port: wanted, clients }: CitizensSettings): Promise<RunningPeer> {
  // The issuers are known once the port is: the listener that needs them comes after.
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  const port = await listenLocally(server, wanted);
  const origin = `http://127.0.0.1:${port}`;

  const issuers = await Promise.all(
    dialectNames.map(async (name) => {
      const own = clients.filter(({ profile }) => profile === name);
      const parts = { issuer: `${origin}/${name}`, name, dialect: dialects[name], clients: own };
      const provider = await createCitizensProvider(parts);
      return { name, provider, clients: own, answer: provider.callback() };
    }),
  );
  const routes = [
    ...(await assetRoutes(
      new URL('../persons.css', import.meta.url),
      new URL('./citizens.css', import.meta.url),
    )),
    ...issuers.flatMap((issuer) => choiceRoutes(origin, issuer)),
  ];
  listener = routeRequests(routes, {
    answersHost: (hostname) => hostname === '127.0.0.1',
    otherwise: async ({ request, response, url }: Visit) => {
      const issuer = issuers.find(({ name }) => url.pathname.startsWith(`/${name}/`));
      if (issuer === undefined) return sendText(response, 404, 'There is no such provider.');
      await issuer.answer(mount(request, `/${issuer.name}`), response);
    },
  });
  return { port, close: () => closeServer(server) };
}

/** As a framework mounts an application: it sees its own paths, and finds the whole one beside them. */
function mount(request: IncomingMessage, path: string): IncomingMessage {
  const whole = request.url ?? '/';
  return Object.assign(request, { originalUrl: whole, url: whole.slice(path.length) });
}
