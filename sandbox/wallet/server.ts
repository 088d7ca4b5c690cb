import { createServer, type RequestListener } from 'node:http';
import { choicePage } from '../citizens/pages.ts';
import { persons } from '../citizens/persons.ts';
import { chooseLanguage, type DataName } from '../citizens/texts.ts';
import {
  closeServer,
  listenLocally,
  type Route,
  readForm,
  routeRequests,
  sendText,
  type Visit,
} from '../http.ts';
import { assetRoutes, messagePage, sendPage } from '../page.ts';
import type { RunningPeer } from '../peer.ts';
import { createIssuer, type Issuer } from './issuer.ts';
import { readRequest, Unacceptable } from './read-request.ts';
import { askedClaims } from './show.ts';
import { answerLink, hold, refuseLink } from './wallet.ts';

const dataOf: readonly (readonly [DataName, string])[] = [
  ['name', 'family_name'],
  ['birthDate', 'birthdate'],
  ['number', 'personal_administrative_number'],
];

/** A wallet in a browser, and who issues what is in it. `anchor` is the root to believe for that. */
export type RunningWallet = RunningPeer & { readonly issuer: Issuer };

type WalletSettings = { readonly port: number; readonly accessAnchor: string };

/** Starts the practice wallet: opened with a request's link, it lets somebody choose who to be. */
export async function startWallet({ port: wanted, accessAnchor }: WalletSettings): Promise<RunningWallet> {
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  const port = await listenLocally(server, wanted);
  const issuer = await createIssuer(`http://127.0.0.1:${port}`);
  const routes = [
    ...(await assetRoutes(
      new URL('../persons.css', import.meta.url),
      new URL('../citizens/citizens.css', import.meta.url),
    )),
    ...walletRoutes(issuer, accessAnchor),
  ];
  listener = routeRequests(routes, {
    otherwise: ({ response }) => sendText(response, 404, 'There is nothing here.'),
  });
  return { port, issuer, close: () => closeServer(server) };
}

function walletRoutes(issuer: Issuer, accessAnchor: string): Route[] {
  async function open({ response, url }: Visit) {
    const { request, asker } = await readRequest(url.href, accessAnchor);
    const claims = askedClaims(request);
    const data = dataOf.filter(([, claim]) => claims.includes(claim)).map(([name]) => name);
    const page = choicePage({
      action: '/open',
      language: chooseLanguage([url.searchParams.get('language') ?? 'nl']),
      provider: 'EUDI-wallet',
      organisation: asker,
      data: data.length > 0 ? data : ['nothing'],
      persons: persons.filter(({ kind }) => ['expected', 'stranger', 'refuses'].includes(kind)),
      formTargets: [new URL(request.response_uri).origin],
      query: url.search,
    });
    sendPage(response, 200, page);
  }

  /** The link stands in the address of the form. */
  async function choose({ request, response, url }: Visit) {
    const subject = (await readForm(request))?.get('subject');
    const person = persons.find((each) => each.subject === subject);
    const isRefused = person === undefined || person.kind === 'refuses';
    const onwards = isRefused
      ? await refuseLink(url.href, accessAnchor)
      : await answerLink(url.href, await hold(issuer, person), accessAnchor);
    if (onwards !== null) return void response.writeHead(303, { location: onwards }).end();
    sendPage(response, 200, messagePage('Klaar', 'U kunt deze pagina sluiten.'));
  }

  return [
    { method: 'GET', path: '/open', handle: orSay(open) },
    { method: 'POST', path: '/open/choose', handle: orSay(choose) },
    { method: 'POST', path: '/open/refuse', handle: orSay(choose) },
    {
      method: 'GET',
      path: '/status',
      handle: async ({ response }) => {
        response.writeHead(200, { 'content-type': 'application/statuslist+jwt' });
        response.end(await issuer.statusList());
      },
    },
  ];
}

function orSay(handle: (visit: Visit) => Promise<void>): (visit: Visit) => Promise<void> {
  return async (visit) => {
    try {
      await handle(visit);
    } catch (error) {
      if (!(error instanceof Unacceptable)) throw error;
      sendPage(
        visit.response,
        400,
        messagePage('Deze vraag klopt niet', `De wallet doet er niets mee: ${error.message}.`),
      );
    }
  };
}
