import { get } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningPeer } from '../peer.ts';
import { PlainBrowser, RelyingParty } from './relying-party.ts';
import { startIdentity } from './server.ts';
import { type IdentityClient, identitySettings } from './settings.ts';

const clients = ['Leiebeke', 'Rozelaar'].map((organisation) => ({
  clientId: `balie-${organisation.toLowerCase()}`,
  clientSecret: `secret of ${organisation}: 100 % safe`,
  redirectUris: [`http://${organisation.toLowerCase()}.localhost:3999/api/auth/callback/staff`],
  postLogoutRedirectUris: [`http://${organisation.toLowerCase()}.localhost:3999/`],
  organisation: organisation.toLowerCase(),
  organisationName: `Stad ${organisation}`,
}));
const mieke = {
  subject: 'mieke',
  name: "Mieke <D'hondt>",
  email: 'mieke@leiebeke.example',
  language: 'nl',
  organisation: 'leiebeke',
  roles: ['clerk', 'supervisor'],
  teams: ['Burgerzaken'],
};
const staff = [
  mieke,
  { ...mieke, subject: 'samir', name: 'Samir Aydin', email: 'samir@leiebeke.example', roles: ['supervisor'] },
  {
    ...mieke,
    subject: 'rosa',
    name: 'Rosa Peeters',
    email: 'rosa@rozelaar.example',
    organisation: 'rozelaar',
  },
];

let peer: RunningPeer;
let issuer: string;
const [leiebeke, rozelaar] = clients as [IdentityClient, IdentityClient];

beforeAll(async () => {
  const environment = { PORT: '0', CLIENTS: JSON.stringify(clients), STAFF: JSON.stringify(staff) };
  peer = await startIdentity(identitySettings.parse(environment));
  issuer = `http://127.0.0.1:${peer.port}`;
});
afterAll(() => peer.close());

/** Goes to the sign-on page and chooses somebody; answers the address the browser ends at. */
async function signOn(subject: string, party: RelyingParty, browser = new PlainBrowser(), changes = {}) {
  const page = await browser.follow(party.authorizationAddress(changes));
  return (await browser.post(`${page.address}/sign-on`, { subject })).address;
}

function codeIn(address: string, party: RelyingParty): string {
  expect(address.startsWith(`${party.redirectUri}?`)).toBe(true);
  const parameters = new URL(address).searchParams;
  expect(parameters.get('state')).toBe(party.state);
  expect(parameters.get('iss')).toBe(issuer);
  return parameters.get('code') ?? '';
}

describe('signing on', () => {
  it('gives a signed id_token with name, e-mail, language, organisation, roles and teams', async () => {
    const party = new RelyingParty(issuer, leiebeke);
    const response = await party.redeem(codeIn(await signOn('mieke', party), party));
    expect(response.status).toBe(200);

    const { id_token: idToken, access_token: accessToken } = await response.json();
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    const { payload, protectedHeader } = await jwtVerify(idToken, keys, {
      issuer,
      audience: leiebeke.clientId,
    });
    expect(protectedHeader.alg).toBe('RS256');
    const { subject, language, ...claims } = mieke;
    expect(payload).toMatchObject({ ...claims, sub: subject, locale: language, nonce: party.nonce });

    const userinfo = await fetch(`${issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(await userinfo.json()).toEqual({ ...claims, sub: subject, locale: language });
  });

  it('gives no more than was asked for', async () => {
    const party = new RelyingParty(issuer, leiebeke);
    const address = await signOn('mieke', party, new PlainBrowser(), { scope: 'openid email' });
    const { id_token: idToken } = await (await party.redeem(codeIn(address, party))).json();
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url').toString());
    expect(claims.email).toBe(mieke.email);
    expect(claims).not.toHaveProperty('name');
    expect(claims).not.toHaveProperty('roles');
  });

  it("lists the people of the client's organisation only, with their names escaped", async () => {
    const browser = new PlainBrowser();
    const { response } = await browser.follow(new RelyingParty(issuer, leiebeke).authorizationAddress());
    const page = await response.text();
    expect(page).toContain('Mieke &lt;D&#39;hondt&gt;');
    expect(page).toContain('Samir Aydin');
    expect(page).not.toContain('Rosa');
    expect(page).toContain('Stad Leiebeke');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://leiebeke.localhost:3999;");
    expect(policy).not.toContain('unsafe');
  });

  it('refuses somebody of another organisation and leaves the sign-on open', async () => {
    const browser = new PlainBrowser();
    const party = new RelyingParty(issuer, leiebeke);
    const page = await browser.follow(party.authorizationAddress());
    const refused = await browser.post(`${page.address}/sign-on`, { subject: 'rosa' });
    expect(refused.response.status).toBe(403);
    const accepted = await browser.post(`${page.address}/sign-on`, { subject: 'mieke' });
    expect(codeIn(accepted.address, party)).not.toBe('');
  });

  it('refuses the form from another site, from another browser and a second time', async () => {
    const browser = new PlainBrowser();
    const page = await browser.follow(new RelyingParty(issuer, leiebeke).authorizationAddress());
    const form = `${page.address}/sign-on`;
    const elsewhere = await browser.post(form, { subject: 'mieke' }, { origin: 'http://evil.localhost' });
    expect(elsewhere.response.status).toBe(403);
    expect((await new PlainBrowser().post(form, { subject: 'mieke' })).response.status).toBe(400);
    await browser.post(form, { subject: 'mieke' }, { origin: issuer });
    const again = await browser.post(form, { subject: 'mieke' });
    expect(again.response.status).toBe(400);
    expect(await again.response.text()).toContain('Deze aanmelding is verlopen');
  });

  it('answers access_denied when the person cancels', async () => {
    const browser = new PlainBrowser();
    const party = new RelyingParty(issuer, leiebeke);
    const page = await browser.follow(party.authorizationAddress());
    const { address } = await browser.post(`${page.address}/cancel`);
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({
      error: 'access_denied',
      state: party.state,
    });
  });
});

describe('the session in the browser', () => {
  it('signs the same person on again without asking, and asks with prompt=login', async () => {
    const browser = new PlainBrowser();
    await signOn('mieke', new RelyingParty(issuer, leiebeke), browser);

    const second = new RelyingParty(issuer, leiebeke);
    const { address } = await browser.follow(second.authorizationAddress());
    expect((await second.redeem(codeIn(address, second))).status).toBe(200);

    const third = new RelyingParty(issuer, leiebeke);
    const asked = await browser.follow(third.authorizationAddress({ prompt: 'login' }));
    expect(asked.address).toContain('/interaction/');
    const other = await browser.post(`${asked.address}/sign-on`, { subject: 'samir' });
    const { id_token: idToken } = await (await third.redeem(codeIn(other.address, third))).json();
    expect(JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url').toString()).sub).toBe('samir');
  });

  it('is kept no longer than the browser is open', async () => {
    const browser = new PlainBrowser();
    const party = new RelyingParty(issuer, leiebeke);
    const page = await browser.follow(party.authorizationAddress());
    const posted = await browser.request(`${page.address}/sign-on`, {
      method: 'POST',
      body: new URLSearchParams({ subject: 'mieke' }),
    });
    const resumed = await browser.request(posted.headers.get('location') ?? '');
    const session = resumed.headers.getSetCookie().find((cookie) => cookie.startsWith('_session='));
    expect(session).toMatch(/httponly/i);
    expect(session).not.toMatch(/expires|max-age/i);
  });

  it('of one organisation does not sign on to another', async () => {
    const browser = new PlainBrowser();
    await signOn('mieke', new RelyingParty(issuer, leiebeke), browser);
    const party = new RelyingParty(issuer, rozelaar);
    const asked = await browser.follow(party.authorizationAddress());
    expect(asked.address).toContain('/interaction/');
    const silent = await browser.follow(party.authorizationAddress({ prompt: 'none' }));
    expect(new URL(silent.address).searchParams.get('error')).toBe('login_required');
    const { address } = await browser.post(`${asked.address}/sign-on`, { subject: 'rosa' });
    expect((await party.redeem(codeIn(address, party))).status).toBe(200);
  });

  it('ends when the relying party signs the person off', async () => {
    const browser = new PlainBrowser();
    const party = new RelyingParty(issuer, leiebeke);
    const { id_token: idToken } = await (
      await party.redeem(codeIn(await signOn('mieke', party, browser), party))
    ).json();
    const returnTo = leiebeke.postLogoutRedirectUris[0] ?? '';
    const query = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: returnTo });
    const { response } = await browser.follow(`${issuer}/session/end?${query}`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    const { address } = await browser.post(`${issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(address).toBe(returnTo);
    const next = await browser.follow(new RelyingParty(issuer, leiebeke).authorizationAddress());
    expect(next.address).toContain('/interaction/');
  });
});

describe('refusals', () => {
  it.each([
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['plain PKCE', { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }, 'invalid_request'],
    ['an unknown scope', { scope: 'openid profile rrn' }, 'invalid_scope'],
    ['offline_access', { scope: 'openid offline_access' }, 'invalid_scope'],
    ['no openid scope', { scope: 'profile', nonce: undefined }, 'invalid_scope'],
    ['the implicit flow', { response_type: 'id_token' }, 'unsupported_response_type'],
  ])('returns to the client with an error for %s', async (_name, changes, error) => {
    const party = new RelyingParty(issuer, leiebeke);
    const { address } = await new PlainBrowser().follow(party.authorizationAddress(changes));
    expect(address.startsWith(party.redirectUri)).toBe(true);
    expect(address).toContain(`error=${error}`);
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['a redirect address that is not registered', { redirect_uri: 'http://evil.localhost:3999/' }],
  ])('shows a page and redirects nowhere for %s', async (_name, changes) => {
    const party = new RelyingParty(issuer, leiebeke);
    const { response } = await new PlainBrowser().follow(party.authorizationAddress(changes));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Aanmelden lukt niet');
  });

  it.each([
    ['a wrong verifier', { verifier: 'y'.repeat(43) }, 400, 'invalid_grant'],
    ['a wrong secret', { secret: 'not the secret at all' }, 401, 'invalid_client'],
    ['a secret in the body', { inBody: true }, 401, 'invalid_client'],
  ])('gives no token for %s', async (_name, changes, status, error) => {
    const party = new RelyingParty(issuer, leiebeke);
    const response = await party.redeem(codeIn(await signOn('mieke', party), party), changes);
    expect(response.status).toBe(status);
    expect((await response.json()).error).toBe(error);
  });

  it('redeems a code once; a second try takes back the first token', async () => {
    const party = new RelyingParty(issuer, leiebeke);
    const code = codeIn(await signOn('mieke', party), party);
    const { access_token: accessToken } = await (await party.redeem(code)).json();
    expect((await party.redeem(code)).status).toBe(400);
    const userinfo = await fetch(`${issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(userinfo.status).toBe(401);
  });

  it("does not redeem another client's code", async () => {
    const party = new RelyingParty(issuer, leiebeke);
    const code = codeIn(await signOn('mieke', party), party);
    expect((await new RelyingParty(issuer, rozelaar).redeem(code, { verifier: party.verifier })).status).toBe(
      400,
    );
  });

  it('does not answer to another host name', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: `identity.localhost:${peer.port}` };
      get({ host: '127.0.0.1', port: peer.port, path: '/jwks', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(421);
  });
});

describe('settings', () => {
  const environment = { PORT: '4000', CLIENTS: JSON.stringify(clients), STAFF: JSON.stringify(staff) };

  it.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT'],
    ['no clients', { CLIENTS: undefined }, 'CLIENTS'],
    ['text that is not JSON', { STAFF: '{' }, 'STAFF'],
    ['a short secret', { CLIENTS: JSON.stringify([{ ...clients[0], clientSecret: 'short' }]) }, 'CLIENTS'],
    ['two people with one subject', { STAFF: JSON.stringify([...staff, mieke]) }, 'STAFF'],
    ['an organisation without staff', { STAFF: JSON.stringify([mieke]) }, 'STAFF'],
  ])('are refused by name: %s', (_name, changes, setting) => {
    const parsed = identitySettings.safeParse({ ...environment, ...changes });
    expect(parsed.error?.issues[0]?.path[0]).toBe(setting);
  });
});
