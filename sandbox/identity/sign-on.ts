import type { Provider } from 'oidc-provider';
import { type Route, readForm, sendText, type Visit } from '../http.ts';
import { sendPage } from '../page.ts';
import { expiredPage, signOnPage, strangerPage } from './pages.ts';
import { formTargets } from './provider.ts';
import type { IdentitySettings } from './settings.ts';

/**
 * The sign-on page and its two forms. A script signs somebody on by posting `subject=<subject>` to
 * `/interaction/<uid>/sign-on` with the cookies it was given.
 */
export function signOnRoutes(
  provider: Provider,
  issuer: string,
  { clients, staff }: IdentitySettings,
): Route[] {
  /** The sign-on under way in this browser, or null after an answer that says it is over. */
  async function underWay({ request, response, parameters }: Visit) {
    const interaction = await provider.interactionDetails(request, response).catch(() => null);
    const client = clients.find((each) => each.clientId === interaction?.params.client_id);
    if (!interaction || !client || interaction.uid !== parameters.uid) {
      sendPage(response, 400, expiredPage());
      return null;
    }
    const colleagues = staff.filter((member) => member.organisation === client.organisation);
    return { interaction, client, colleagues };
  }

  async function show(visit: Visit) {
    const current = await underWay(visit);
    if (!current) return;
    const { interaction, client, colleagues } = current;
    const name = client.organisationName ?? client.organisation;
    const page = signOnPage(`/interaction/${interaction.uid}`, name, colleagues, formTargets(client));
    sendPage(visit.response, 200, page);
  }

  async function signOn(visit: Visit) {
    const { request, response } = visit;
    if (!isOwnForm(visit)) return sendText(response, 403, 'This form was sent by another site.');
    const subject = (await readForm(request))?.get('subject');
    const current = await underWay(visit);
    if (!current) return;
    if (!current.colleagues.some((member) => member.subject === subject) || !subject) {
      return sendPage(response, 403, strangerPage());
    }
    const result = { login: { accountId: subject, remember: false } };
    const returnTo = await provider.interactionResult(request, response, result);
    await forgetOtherPerson(current.interaction.session, subject);
    response.writeHead(303, { location: returnTo }).end();
  }

  async function cancel(visit: Visit) {
    if (!isOwnForm(visit)) return sendText(visit.response, 403, 'This form was sent by another site.');
    if (!(await underWay(visit))) return;
    const refusal = { error: 'access_denied', error_description: 'the person cancelled the sign-on' };
    await provider.interactionFinished(visit.request, visit.response, refusal);
  }

  /** Somebody else's session in this browser ends here, with what it granted; the new one starts clean. */
  async function forgetOtherPerson(known: { uid: string } | undefined, subject: string) {
    const session = known && (await provider.Session.findByUid(known.uid));
    if (!session?.accountId || session.accountId === subject) return;
    session.accountId = undefined;
    session.authorizations = {};
    await session.persist();
  }

  /** Browsers name the page a form was sent from; a script may leave it out. */
  function isOwnForm({ request }: Visit): boolean {
    return request.headers.origin === undefined || request.headers.origin === issuer;
  }

  return [
    { method: 'GET', path: '/interaction/:uid', handle: show },
    { method: 'POST', path: '/interaction/:uid/sign-on', handle: signOn },
    { method: 'POST', path: '/interaction/:uid/cancel', handle: cancel },
  ];
}
