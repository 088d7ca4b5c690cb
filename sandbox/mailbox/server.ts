import { createServer } from 'node:http';
import { closeServer, listenLocally, type Route, routeRequests } from '../http.ts';
import { createLivePages } from '../live.ts';
import { assetRoutes, messagePage, sendPage } from '../page.ts';
import type { RunningPeer } from '../peer.ts';
import type { Reply } from '../replies.ts';
import type { Behaviour } from './addresses.ts';
import { apiRoutes } from './api.ts';
import { inboxRoutes } from './inbox.ts';
import { createPostman } from './postman.ts';
import { replyRoutes } from './reply.ts';
import type { MailboxSettings } from './settings.ts';
import { createReceiver } from './smtp.ts';
import { openStore } from './store.ts';

/** Starts the mailbox: `port` is the web server's, `smtpPort` the mail server's. */
export async function startMailbox(
  settings: Omit<MailboxSettings, 'hooks'> & Partial<Pick<MailboxSettings, 'hooks'>>,
  { slowAnswerMs = 5000, laterMs = 4000 } = {},
): Promise<RunningPeer & { smtpPort: number }> {
  const store = await openStore(settings.dataDirectory);
  const live = createLivePages();
  const changed = () => live.announce();
  const choices = new Map<string, Behaviour>();
  const postman = createPostman(store, settings.hooks ?? {}, changed);
  const receiver = createReceiver(store, postman, choices, { slowAnswerMs, laterMs }, changed);

  const replies: Reply[] = [];
  const routes: Route[] = [
    ...(await assetRoutes(
      new URL('../panes.css', import.meta.url),
      new URL('../reply.css', import.meta.url),
      new URL('./mailbox.css', import.meta.url),
    )),
    ...inboxRoutes(store, choices, replies, changed),
    ...replyRoutes(store, postman, replies, changed),
    ...apiRoutes(store, () => live.announce()),
    { method: 'GET', path: '/events', handle: ({ response }) => live.follow(response) },
  ];
  const web = createServer(
    routeRequests(routes, {
      otherwise: ({ response }) =>
        sendPage(
          response,
          404,
          messagePage('Deze pagina bestaat niet', 'Alle mail staat in het postvak.', {
            href: '/',
            label: 'Naar het postvak',
          }),
        ),
    }),
  );

  const smtpPort = await listenLocally(receiver.server, settings.smtpPort);
  const port = await listenLocally(web, settings.httpPort);
  return {
    port,
    smtpPort,
    async close() {
      live.close();
      postman.close();
      await Promise.all([receiver.close(), closeServer(web)]);
    },
  };
}
