import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlainBrowser } from '../identity/relying-party.ts';
import type { RunningPeer } from '../peer.ts';
import { startCitizens } from './server.ts';
import { citizensSettings } from './settings.ts';
import { chooseLanguage } from './texts.ts';

const client = {
  profile: 'acm-idm',
  clientId: 'balie-leiebeke',
  clientSecret: 'secret of Leiebeke: 100 % safe',
  organisationName: 'Stad <Leiebeke>',
  redirectUris: ['http://leiebeke.localhost:3999/callback'],
};

let peer: RunningPeer;
let origin: string;
beforeAll(async () => {
  peer = await startCitizens(citizensSettings.parse({ PORT: '0', CLIENTS: JSON.stringify([client]) }));
  origin = `http://127.0.0.1:${peer.port}`;
});
afterAll(() => peer.close());

/** An address that asks who somebody is; a change of `undefined` leaves the parameter out. */
function askingAddress(changes: Record<string, string | undefined> = {}): string {
  const parameters = {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: client.redirectUris[0],
    scope: 'openid profile rrn',
    state: 's'.repeat(43),
    nonce: 'n'.repeat(43),
    code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `${origin}/acm-idm/auth?${new URLSearchParams(given)}`;
}

async function openPage(changes: Record<string, string | undefined> = {}) {
  const browser = new PlainBrowser();
  const { address, response } = await browser.follow(askingAddress(changes));
  return { browser, address, text: await response.text() };
}

describe('the page', () => {
  it('says that it is practice, who asks and for what, with names escaped', async () => {
    const { text } = await openPage();
    expect(text).toContain('Oefenaanbieder · ACM/IDM');
    expect(text).toContain('Stad &lt;Leiebeke&gt; vraagt wie er is.');
    expect(text).toContain('Dit gaat naar de gemeente: naam en nationaal nummer.');
    for (const name of ['Sofie Van Daele', 'Ahmed El Idrissi', 'Lieve Bogaert', 'Els Goossens'])
      expect(text).toContain(name);
  });

  it.each([
    ['fr', 'Choisir une personne'],
    ['en', 'Choose a person'],
    ['de', 'Eine Person wählen'],
  ])('speaks %s when that is asked for, or chosen on it', async (language, title) => {
    const asked = await openPage({ ui_locales: language });
    expect(asked.text).toContain(title);
    expect(asked.text).toContain(`<html lang="${language}">`);
    const { browser, address } = await openPage();
    const chosen = await browser.follow(`${address}?language=${language}`);
    expect(await chosen.response.text()).toContain(title);
  });

  it('lets its form lead to the organisation and nowhere else', async () => {
    const { response } = await new PlainBrowser().follow(askingAddress());
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("form-action 'self' http://leiebeke.localhost:3999;");
  });

  it('refuses its form from another site, from another browser, and for nobody', async () => {
    const { browser, address } = await openPage();
    const form = `${address}/choose`;
    const elsewhere = await browser.post(form, { subject: 'sofie' }, { origin: 'http://evil.localhost' });
    expect(elsewhere.response.status).toBe(403);
    expect((await new PlainBrowser().post(form, { subject: 'sofie' })).response.status).toBe(400);
    expect((await browser.post(form, { subject: 'nobody' })).response.status).toBe(403);
    const accepted = await browser.post(form, { subject: 'sofie' }, { origin });
    expect(new URL(accepted.address).searchParams.has('code')).toBe(true);
  });

  it('tells the organisation when somebody says no', async () => {
    const { browser, address } = await openPage();
    const refused = await browser.post(`${address}/refuse`);
    expect(new URL(refused.address).searchParams.get('error')).toBe('access_denied');
  });
});

describe('the provider', () => {
  it('asks again in the same browser, where somebody else may sit now', async () => {
    const browser = new PlainBrowser();
    for (const subject of ['tom', 'sofie', 'sofie']) {
      const page = await browser.follow(askingAddress({ prompt: 'login' }));
      expect(await page.response.text()).toContain('Kies een persoon');
      const { address } = await browser.post(`${page.address}/choose`, { subject });
      expect(new URL(address).searchParams.has('code')).toBe(true);
    }
  });

  it.each([
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['a scope that was not granted', { scope: 'openid profile everything' }, 'invalid_scope'],
    ['no openid scope', { scope: 'profile', nonce: undefined }, 'invalid_scope'],
  ])('refuses %s', async (_name, changes, error) => {
    const { address } = await openPage(changes);
    expect(new URL(address).searchParams.get('error')).toBe(error);
  });

  it('knows a client at its own issuer alone', async () => {
    const { response } = await new PlainBrowser().follow(askingAddress().replace('/acm-idm/', '/itsme/'));
    expect(response.status).toBe(400);
  });
});

describe('settings', () => {
  it.each([
    ['two ways to sign in', { jwksUri: 'http://127.0.0.1:1/keys' }],
    ['no way to sign in', { clientSecret: undefined }],
    ['a profile that there is not', { profile: 'facebook' }],
  ])('are refused with %s', (_name, changes) => {
    const environment = { PORT: '0', CLIENTS: JSON.stringify([{ ...client, ...changes }]) };
    expect(citizensSettings.safeParse(environment).error?.issues[0]?.path[0]).toBe('CLIENTS');
  });
});

it('the language of the page is the first known one of what is asked for', () => {
  expect(chooseLanguage(['tr', 'de-BE', 'fr'])).toBe('de');
  expect(chooseLanguage([])).toBe('nl');
});
