import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialectNames } from '../../../../../sandbox/citizens/dialects.ts';
import {
  askOf,
  beSomebody,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../../scripts/testing/identity-world.ts';

type Name = (typeof dialectNames)[number];

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world.close());

async function identify(profile: Name, subject: string, changes: Parameters<typeof askOf>[1] = {}) {
  const provider = world.providerOf(profile);
  const begun = await provider.begin(askOf(profile, changes));
  if (!begun.ok) throw new Error(JSON.stringify(begun.failure));
  const { redirectUrl, memory } = begun.value;
  const query = await beSomebody(redirectUrl, subject);
  return { redirectUrl, memory, answer: await provider.finish({ query, at: Date.now() }, memory) };
}

const sofie = {
  name: 'Sofie Van Daele',
  birthDate: '1987-04-12',
  nationalNumber: { kind: 'rijksregisternummer', digits: '87041299614' },
};
const known: Record<Name, object> = {
  itsme: { ...sofie, method: 'app-code' },
  'acm-idm': { ...sofie, method: 'eid', birthDate: null },
  csam: { ...sofie, method: 'high', birthDate: null },
  'digid-broker': {
    method: 'hoog',
    name: null,
    birthDate: null,
    nationalNumber: { kind: 'bsn', digits: '999990007' },
  },
  generic: { ...sofie, method: 'high' },
};

describe.each(dialectNames)('%s', (profile) => {
  it('identifies somebody with what was asked, under a name that only this organisation knows', async () => {
    const { answer } = await identify(profile, 'sofie');
    expect(answer).toMatchObject({
      ok: true,
      value: { level: 'high', provider: profile, mandate: null, ...known[profile] },
    });
    const { subject, evidence } = answer.ok ? answer.value : { subject: 'sofie', evidence: null };
    expect(subject).not.toContain('sofie');
    expect(evidence).toMatchObject({
      issuer: `${world.origin}/${profile}`,
      amr: ['practice'],
      authenticatedAt: expect.any(Number),
      idTokenHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('tells nothing about somebody of whom nothing was asked', async () => {
    const { answer } = await identify(profile, 'sofie', { attributes: [] });
    const nothing = { name: null, birthDate: null, nationalNumber: null, mandate: null };
    expect(answer).toMatchObject({ ok: true, value: nothing });
  });

  it('gives what it says it can give, and nothing else', async () => {
    const { answer } = await identify(profile, 'sofie');
    const facts = ['name', 'birthDate', 'nationalNumber'] as const;
    const given = facts.filter((fact) => answer.ok && answer.value[fact] !== null);
    expect(world.providerOf(profile).gives.filter((each) => each !== 'mandate')).toEqual(given);
  });

  it('says that the person refused', async () => {
    const { answer } = await identify(profile, 'nora');
    expect(answer).toEqual({ ok: false, failure: { code: 'refused' } });
  });

  it('refuses who proves it too weakly, though the provider let them through', async () => {
    const { answer } = await identify(profile, 'tom', { level: 'substantial' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'levelTooLow' } });
  });

  it('takes a substantial proof where that is enough, and refuses it where it is not', async () => {
    const attributes = ['name'] as const;
    const enough = await identify(profile, 'an', { level: 'substantial', attributes });
    expect(enough.answer).toMatchObject({ ok: true, value: { level: 'substantial' } });
    const tooLittle = await identify(profile, 'an', { level: 'high', attributes });
    const failure = { code: 'levelTooLow', reached: 'substantial' };
    expect(tooLittle.answer).toEqual({ ok: false, failure });
  });

  it('remembers nothing in the browser that would identify who comes after', async () => {
    const { memory, redirectUrl } = await identify(profile, 'sofie');
    expect(redirectUrl).not.toContain(memory.own.codeVerifier);
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
  });
});

describe('what is asked', () => {
  it('is no more than is needed', async () => {
    const { redirectUrl } = await identify('itsme', 'sofie', { attributes: [], level: 'substantial' });
    const asked = new URL(redirectUrl).searchParams;
    expect(asked.get('scope')).toBe('openid service:BALIE');
    expect(asked.has('claims')).toBe(false);
    expect(asked.get('prompt')).toBe('login');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('acr_values')?.split(' ')).toEqual([
      'http://itsme.services/v2/claim/acr_advanced',
      'http://itsme.services/v2/claim/acr_basic',
    ]);
  });

  it('leaves out a scope that ACM/IDM did not grant, because that would refuse the whole of it', async () => {
    const provider = world.providerOf('acm-idm', { settings: { scopes: ['profile'] } });
    const begun = await provider.begin(askOf('acm-idm'));
    const address = begun.ok ? new URL(begun.value.redirectUrl) : null;
    expect(address?.searchParams.get('scope')).toBe('openid profile');
  });

  it('goes beforehand to a provider that offers it: the address then tells nothing', async () => {
    const { redirectUrl } = await identify('generic', 'sofie');
    expect([...new URL(redirectUrl).searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
  });
});

describe('a mandate', () => {
  it.each(['acm-idm', 'generic'] as const)(
    'for a company comes with the identity, at %s',
    async (profile) => {
      const { answer } = await identify(profile, 'els');
      const mandate = { kind: 'company', registrationNumber: '0999999922', name: 'Bakkerij Goossens bv' };
      expect(answer).toMatchObject({ ok: true, value: { name: 'Els Goossens', mandate } });
    },
  );
});

describe('a mandate for another person', () => {
  it('comes with the identity, by name, where the settings say in which claim', async () => {
    const { answer } = await identify('generic', 'rosa');
    const mandate = { kind: 'person', name: 'Gustaaf Lambrecht' };
    expect(answer).toMatchObject({ ok: true, value: { name: 'Rosa Lambrecht', mandate } });
  });

  it('is nothing where it was not asked, and can be given only where it is set up', async () => {
    const { answer } = await identify('generic', 'rosa', { attributes: ['name'] });
    expect(answer).toMatchObject({ ok: true, value: { mandate: null } });
    const gives = (profile: Name, settings = {}) => world.providerOf(profile, { settings }).gives;
    expect(gives('generic')).toContain('mandate');
    expect(gives('generic', { claims: {} })).not.toContain('mandate');
    expect(gives('acm-idm')).toContain('mandate');
    expect(gives('acm-idm', { scopes: ['profile', 'rrn'] })).not.toContain('mandate');
    expect(gives('itsme')).not.toContain('mandate');
  });
});

describe('a number of DigiD', () => {
  it('of another sector than the BSN’s refuses the whole answer', async () => {
    const { answer } = await identify('digid-broker', 'an', { level: 'substantial' });
    const failure = { code: 'invalidAnswer', detail: 'answer: wrongSector' };
    expect(answer).toEqual({ ok: false, failure });
  });
});
