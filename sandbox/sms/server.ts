import { createServer } from 'node:http';
import { closeServer, listenLocally, type Route, routeRequests, type Visit } from '../http.ts';
import { createLivePages } from '../live.ts';
import { assetRoutes, messagePage, sendPage } from '../page.ts';
import type { RunningPeer } from '../peer.ts';
import type { Reply } from '../replies.ts';
import { apiRoutes } from './api.ts';
import { inboxPage } from './inbox-page.ts';
import { createProgress } from './progress.ts';
import { replyRoutes } from './reply.ts';
import type { SmsSettings } from './settings.ts';
import { openStore } from './store.ts';
import { missing, sendError, twilioRoutes, wrongMethod } from './twilio-api.ts';

/** Starts the SMS gateway. `stepMs` is the time between two states of a message, in milliseconds. */
export async function startSms(settings: SmsSettings, { stepMs = 400 } = {}): Promise<RunningPeer> {
  const store = await openStore(settings.dataDirectory);
  const live = createLivePages();
  const progress = createProgress(store, settings, stepMs, () => live.announce());
  for (const message of store.list()) progress.follow(message);

  const replies: Reply[] = [];
  const routes: Route[] = [
    ...(await assetRoutes(
      new URL('../panes.css', import.meta.url),
      new URL('../reply.css', import.meta.url),
      new URL('./sms.css', import.meta.url),
    )),
    ...apiRoutes(store, () => live.announce()),
    ...replyRoutes(store, settings, replies, () => live.announce()),
    ...twilioRoutes(store, settings, (message) => {
      live.announce();
      progress.follow(message);
    }),
    { method: 'GET', path: '/events', handle: ({ response }) => live.follow(response) },
    {
      method: 'GET',
      path: '/',
      handle: ({ response, url }) =>
        sendPage(response, 200, inboxPage(store.list(), url.searchParams.get('to') ?? '', replies)),
    },
  ];
  const server = createServer(routeRequests(routes, { otherwise: answerUnknown, wrongMethod: refuseMethod }));
  const port = await listenLocally(server, settings.port);
  return {
    port,
    async close() {
      progress.close();
      live.close();
      await closeServer(server);
    },
  };
}

function answerUnknown({ response, url }: Visit): void {
  if (url.pathname.startsWith('/2010-04-01/')) {
    sendError(response, missing(url));
    return;
  }
  const way = { href: '/', label: 'Naar de berichten' };
  sendPage(response, 404, messagePage('Deze pagina bestaat niet', 'Alle berichten staan bij elkaar.', way));
}

function refuseMethod(visit: Visit): void {
  if (visit.url.pathname.startsWith('/2010-04-01/')) sendError(visit.response, wrongMethod);
  else answerUnknown(visit);
}
