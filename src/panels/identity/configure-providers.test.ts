import { beforeAll, describe, expect, it } from 'vitest';
import { makeIdentityKeys } from '../../../scripts/stack/identity-keys.ts';
import { configureProviders } from './configure-providers.ts';
import type { LevelLine } from './levels.ts';
import { providerKinds } from './providers/list.ts';
import { type OwnKeys, publicKeys } from './providers/openid/keys.ts';
import { overOpenId } from './providers/openid/kind.ts';
import { defineProfile } from './providers/openid/profile.ts';
import { clientSecret, openIdSettings } from './providers/openid/settings.ts';

const itsme = { profile: 'itsme', issuer: 'https://idp.example/v2', clientId: 'stad', service: 'BALIE' };
const acmIdm = {
  profile: 'acm-idm',
  issuer: 'https://op.example',
  clientId: 'stad',
  clientSecret: 'a secret of enough length',
};

let keys: OwnKeys;
let newer: OwnKeys;
beforeAll(async () => {
  keys = (await makeIdentityKeys()) as unknown as OwnKeys;
  newer = (await makeIdentityKeys()) as unknown as OwnKeys;
});

const configure = (providers: readonly { profile: string; id?: string }[], own: OwnKeys = keys) =>
  configureProviders({ CITIZEN_IDENTITY: { stad: [...providers] }, IDENTITY_KEYS: { stad: [...own] } });

describe('the providers of an organisation', () => {
  it('stand in the order of its settings, each with the best that it can vouch for', () => {
    const providers = configure([acmIdm, itsme]).get('stad') ?? [];
    expect(providers.map(({ id, highestLevel }) => [id, highestLevel])).toEqual([
      ['acm-idm', 'high'],
      ['itsme', 'high'],
    ]);
    expect(configure([itsme]).get('elders')).toBeUndefined();
  });

  it.each<[string, readonly { profile: string }[], RegExp]>([
    [
      'a profile that there is not',
      [{ ...itsme, profile: 'itsmee' }],
      /of stad, itsmee is no profile: .*itsme/,
    ],
    ['a setting that is missing', [{ ...itsme, service: undefined } as never], /of stad, itsme service: /],
    ['a setting that nobody knows', [{ ...acmIdm, secret: 'x' } as never], /of stad, acm-idm .*secret/],
    ['an issuer without TLS', [{ ...acmIdm, issuer: 'http://op.example' }], /issuer: an https address/],
    ['one name for two', [acmIdm, acmIdm], /of stad, acm-idm stands there twice/],
  ])('%s stops the start and is named', (_name, providers, message) => {
    expect(() => configure(providers)).toThrow(message);
  });

  it('need our keys where they sign in with them, or encrypt for them', () => {
    expect(() => configure([itsme], [])).toThrow(/itsme needs a key of use "sig"/);
    const signing = keys.filter(({ use }) => use === 'sig');
    expect(() => configure([itsme], signing)).toThrow(/itsme needs a key of use "enc"/);
    expect(() => configure([acmIdm], [])).not.toThrow();
  });
});

describe('a new kind of provider', () => {
  const line: LevelLine = {
    method: 'card',
    name: { nl: 'kaart', fr: 'carte', en: 'card', de: 'Karte' },
    acr: 'urn:new:card',
    level: 'substantial',
    source: 'A fixture.',
  };
  const name = { nl: 'Nieuw', fr: 'Nouveau', en: 'New', de: 'Neu' };
  const added = defineProfile({
    id: 'new-one',
    needs: name,
    levels: [line],
    settings: openIdSettings.extend({ clientSecret }),
    apply: () => ({
      name,
      levels: [line],
      gives: [],
      protocol: { authentication: 'basic', isEncrypted: false },
      wish: () => ({ scopes: ['openid'] }),
      readAcr: () => line.acr,
      readPerson: () => ({
        ok: true,
        value: { name: null, birthDate: null, nationalNumber: null, mandate: null },
      }),
    }),
  });

  it('is one entry in the list: settings can name it, and nothing else changes', () => {
    const settings = { ...acmIdm, profile: 'new-one' };
    const all = { CITIZEN_IDENTITY: { stad: [settings, acmIdm] }, IDENTITY_KEYS: {} };
    expect(() => configureProviders(all)).toThrow(/new-one is no profile/);
    const providers = configureProviders(all, [...providerKinds, overOpenId(added)]).get('stad') ?? [];
    expect(providers.map(({ id, highestLevel }) => [id, highestLevel])).toEqual([
      ['new-one', 'substantial'],
      ['acm-idm', 'high'],
    ]);
  });
});

describe('the table of levels', () => {
  const lines = providerKinds.flatMap(({ id, levels }) => levels.map((line) => ({ id, ...line })));

  it('says for each line why it is so, and each means once', () => {
    expect(lines.length).toBeGreaterThan(8);
    for (const { source } of lines) expect(source.length).toBeGreaterThan(20);
    expect(new Set(lines.map(({ id, acr }) => `${id} ${acr}`)).size).toBe(lines.length);
    expect(new Set(lines.map(({ id, method }) => `${id} ${method}`)).size).toBe(lines.length);
  });
});

describe('the keys that are published', () => {
  it('are the newest of each use, and nothing of them is private', () => {
    const published = publicKeys([...newer, ...keys]).keys as Record<string, string>[];
    expect(published.map(({ kid }) => kid)).toEqual(newer.map(({ kid }) => kid));
    for (const key of published)
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});
