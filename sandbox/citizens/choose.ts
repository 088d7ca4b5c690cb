import type { Provider } from 'oidc-provider';
import { type Route, readForm, sendText, type Visit } from '../http.ts';
import { sendPage } from '../page.ts';
import { type DialectName, dialects } from './dialects.ts';
import { choicePage, expiredPage } from './pages.ts';
import { persons } from './persons.ts';
import type { CitizensClient } from './settings.ts';
import { chooseLanguage, type DataName } from './texts.ts';

type Issuer = {
  readonly name: DialectName;
  readonly provider: Provider;
  readonly clients: readonly CitizensClient[];
};

/**
 * The page of one issuer and its two forms. A script is somebody by posting `subject=<subject>` to `/<profile>/interaction/<uid>/choose` with the
 * cookies it was given.
 */
export function choiceRoutes(origin: string, { name, provider, clients }: Issuer): Route[] {
  const dialect = dialects[name];

  /** What is under way in this browser, or null after an answer that says it is over. */
  async function underWay({ request, response, parameters }: Visit) {
    const interaction = await provider.interactionDetails(request, response).catch(() => null);
    const client = clients.find((each) => each.clientId === interaction?.params.client_id);
    if (!interaction || !client || interaction.uid !== parameters.uid) {
      sendPage(response, 400, expiredPage());
      return null;
    }
    return { interaction, client };
  }

  async function show(visit: Visit) {
    const current = await underWay(visit);
    if (!current) return;
    const { interaction, client } = current;
    const chosen = visit.url.searchParams.get('language');
    const asked = String(interaction.params.ui_locales ?? '').split(' ');
    const page = choicePage({
      action: `/${name}/interaction/${interaction.uid}`,
      language: chooseLanguage([...(chosen ? [chosen] : []), ...asked]),
      provider: dialect.title,
      organisation: client.organisationName,
      data: dataOf(String(interaction.params.scope).split(' ')),
      persons,
      formTargets: client.redirectUris.map((address) => new URL(address).origin),
    });
    sendPage(visit.response, 200, page);
  }

  function dataOf(scopes: readonly string[]): readonly DataName[] {
    const claims = scopes.flatMap((scope) => dialect.scopes[scope] ?? []);
    const kinds: readonly (readonly [DataName, RegExp])[] = [
      ['name', /^given_?name$/i],
      ['birthDate', /^birthdate$/],
      ['number', /^(nin|rrn|national_number|egovNRN)$|BENationalNumber$/],
      ['company', /^(company_number|vo_orgcode)$/],
    ];
    const found = kinds.filter(([, pattern]) => claims.some((claim) => pattern.test(claim)));
    return found.length > 0 ? found.map(([kind]) => kind) : ['nothing'];
  }

  async function choose(visit: Visit) {
    const { request, response } = visit;
    if (!isOwnForm(visit)) return sendText(response, 403, 'This form was sent by another site.');
    const subject = (await readForm(request))?.get('subject');
    const person = persons.find((each) => each.subject === subject);
    const current = await underWay(visit);
    if (!current) return;
    if (!person) return sendText(response, 403, 'There is nobody of that name.');
    if (person.kind === 'refuses') return finishRefused(visit);
    const acr = dialect.acr[person.strength];
    const login = { accountId: person.subject, remember: false, amr: ['practice'], ...(acr && { acr }) };
    const returnTo = await provider.interactionResult(request, response, { login });
    await forgetWhoWasHere(current.interaction.session);
    response.writeHead(303, { location: returnTo }).end();
  }

  /** Nobody stays signed on: whoever comes next in this browser may be somebody else. */
  async function forgetWhoWasHere(known: { uid: string } | undefined) {
    const session = known && (await provider.Session.findByUid(known.uid));
    if (!session?.accountId) return;
    session.accountId = undefined;
    session.authorizations = {};
    await session.persist();
  }

  async function refuse(visit: Visit) {
    if (!isOwnForm(visit)) return sendText(visit.response, 403, 'This form was sent by another site.');
    if (await underWay(visit)) await finishRefused(visit);
  }

  async function finishRefused({ request, response }: Visit) {
    const refusal = { error: 'access_denied', error_description: 'the person refused' };
    await provider.interactionFinished(request, response, refusal);
  }

  /** Browsers name the page a form was sent from; a script may leave it out. */
  function isOwnForm({ request }: Visit): boolean {
    return request.headers.origin === undefined || request.headers.origin === origin;
  }

  return [
    { method: 'GET', path: `/${name}/interaction/:uid`, handle: show },
    { method: 'POST', path: `/${name}/interaction/:uid/choose`, handle: choose },
    { method: 'POST', path: `/${name}/interaction/:uid/refuse`, handle: refuse },
  ];
}
