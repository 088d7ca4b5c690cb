import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  askOf,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../../scripts/testing/identity-world.ts';
import { type Answer, startScriptedProvider } from '../../../../../scripts/testing/scripted-provider.ts';

let world: IdentityWorld;
let scripted: Awaited<ReturnType<typeof startScriptedProvider>>;
beforeAll(async () => {
  world = await startIdentityWorld();
  scripted = await startScriptedProvider(world.clientId);
});
beforeEach(() => scripted.follow({}));
afterAll(async () => {
  await world.close();
  await scripted.close();
});

const providerAt = (issuer: string) =>
  world.providerOf('generic', { settings: { issuer }, timeoutSeconds: 0.3 });

async function identify(
  script: Parameters<typeof scripted.follow>[0],
  changes: Parameters<typeof askOf>[1] = {},
) {
  const provider = providerAt(scripted.issuer);
  const begun = await provider.begin(askOf('generic', changes));
  if (!begun.ok) throw new Error(JSON.stringify(begun.failure));
  const query = scripted.sendBack(begun.value.redirectUrl);
  scripted.follow(script);
  return provider.finish({ query, at: Date.now() }, begun.value.memory);
}

const seconds = () => Math.floor(Date.now() / 1000);

describe('an id_token', () => {
  it('that is right is taken: what follows is refused for its own fault', async () => {
    expect(await identify({})).toMatchObject({ ok: true, value: { subject: 'somebody', level: 'high' } });
  });

  it.each([
    ['signed by another key', { forged: true }],
    ['for another client', { claims: { aud: 'somebody-else' } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['that has run out', { claims: { exp: seconds() - 600 } }],
    ['without nonce', { claims: { nonce: undefined } }],
    ['of a sign-on of an hour ago', { claims: { auth_time: seconds() - 3600 } }],
  ])('%s is refused', async (_name, script) => {
    const answer = await identify(script);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalidAnswer' } });
  });

  it('that names a level nobody stated counts for none', async () => {
    const answer = await identify({ claims: { acr: 'urn:practice:best-of-all' } });
    expect(answer).toEqual({ ok: false, failure: { code: 'levelTooLow', reached: null } });
  });

  it('that tells more than was asked is taken without it', async () => {
    const claims = { name: 'Sofie Van Daele', birthdate: '1987-04-12', national_number: '87041299614' };
    const answer = await identify({ claims }, { attributes: ['birthDate'] });
    const told = { name: null, birthDate: '1987-04-12', nationalNumber: null };
    expect(answer).toMatchObject({ ok: true, value: told });
  });

  it('with a national number of wrong check digits is refused whole', async () => {
    const answer = await identify({ claims: { national_number: '87041299615' } });
    const failure = { code: 'invalidAnswer', detail: 'answer: wrongNationalNumber' };
    expect(answer).toEqual({ ok: false, failure });
  });
});

describe('a provider', () => {
  const busy: Answer = (_request, response) => void response.writeHead(503).end();
  const silent: Answer = () => {};
  const discovery = '/.well-known/openid-configuration';

  it('that is away is said to be away', async () => {
    const begun = await providerAt('http://127.0.0.1:1').begin(askOf('generic'));
    expect(begun).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  });

  it('that does not answer is not waited for longer than agreed', async () => {
    scripted.follow({ answers: { [discovery]: silent } });
    const startedAt = performance.now();
    const begun = await providerAt(scripted.issuer).begin(askOf('generic'));
    expect(begun).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  it('that stops answering while somebody is there is said to be away', async () => {
    const answer = await identify({ answers: { '/token': silent } });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  });

  it('that is out of order is said to be away', async () => {
    const answer = await identify({ answers: { '/token': busy } });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  });

  it('that is another one than it was set up to be is not gone to', async () => {
    const elsewhere: Answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ issuer: 'https://elsewhere.example' }));
    };
    scripted.follow({ answers: { [discovery]: elsewhere } });
    const begun = await providerAt(scripted.issuer).begin(askOf('generic'));
    expect(begun).toMatchObject({ ok: false, failure: { code: 'misconfigured' } });
  });

  it('that was away is asked again by the next one who comes', async () => {
    const provider = providerAt(scripted.issuer);
    scripted.follow({ answers: { [discovery]: busy } });
    expect(await provider.begin(askOf('generic'))).toMatchObject({ ok: false });
    scripted.follow({});
    expect(await provider.begin(askOf('generic'))).toMatchObject({ ok: true });
  });
});
