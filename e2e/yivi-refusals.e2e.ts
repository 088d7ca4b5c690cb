import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IdentityAsk, IdentityMemory, IdentityProvider } from '#ports/identity-provider.ts';
import { makeIdentityKeys } from '../scripts/stack/identity-keys.ts';
import { practiceScheme } from '../scripts/stack/yivi.ts';
import { sofie, startYiviWorld, type Wallet, type YiviWorld } from '../scripts/testing/yivi-world.ts';
import type { OwnKeys } from '../src/panels/identity/providers/openid/keys.ts';
import { yivi } from '../src/panels/identity/providers/yivi/kind.ts';
import { describeYivi } from './support/yivi.ts';

let world: YiviWorld;
let keys: OwnKeys;
let provider: IdentityProvider;
let wallet: Wallet;

const setUp = (changes: object = {}, own = keys): IdentityProvider =>
  yivi.setUp({
    id: 'yivi',
    keys: own,
    settings: {
      server: world.address,
      requestor: 'leiebeke',
      serverKey: world.publicKey,
      scheme: practiceScheme,
      ...changes,
    },
  });

const ask = (changes: Partial<IdentityAsk> = {}): IdentityAsk => ({
  level: 'substantial',
  attributes: ['name', 'birthDate', 'nationalNumber'],
  language: 'nl',
  redirectUri: 'http://leiebeke.localhost:3999/api/identity/yivi/callback',
  askedAt: Date.now(),
  ...changes,
});

async function begin(changes: Partial<IdentityAsk> = {}): Promise<IdentityMemory> {
  const begun = await provider.begin(ask(changes));
  if (!begun.ok) throw new Error(JSON.stringify(begun.failure));
  expect(begun.value.redirectUrl).toBeNull();
  return begun.value.memory;
}

const finish = (memory: IdentityMemory, at = Date.now(), by = provider) =>
  by.finish({ query: `?state=${memory.state}`, at }, memory);

function scanHere() {
  if (provider.here?.kind !== 'scan') throw new Error('no scan');
  return provider.here;
}

const stepOf = (memory: IdentityMemory) => () => scanHere().follow(memory);

/** The wallet scans, shows its code, and the right one is typed. */
async function disclose(memory: IdentityMemory, by: Wallet = wallet): Promise<void> {
  by.scan(scanHere().show(memory).code);
  const { code = '' } = await by.next('pairing');
  expect(await scanHere().pair(memory, code)).toBe(true);
  await by.next('asked');
}

const soon = { timeout: 20_000, interval: 100 };

describeYivi('a real Yivi server', () => {
  beforeAll(async () => {
    keys = (await makeIdentityKeys()) as unknown as OwnKeys;
    const signing = keys.find(({ use }) => use === 'sig');
    world = await startYiviWorld([{ name: 'leiebeke', key: signing as never }]);
    provider = setUp();
    wallet = await world.openWallet();
  }, 900_000);
  afterAll(() => world?.close());

  test('tells who somebody is after the app showed the code that they typed, with what was asked and no more', async () => {
    const memory = await begin();
    expect(await stepOf(memory)()).toBe('waiting');
    wallet.scan(scanHere().show(memory).code);
    const { code = '' } = await wallet.next('pairing');
    await expect.poll(stepOf(memory), soon).toBe('pairing');
    expect(await scanHere().pair(memory, `${(Number(code) + 1) % 10_000}`.padStart(4, '0'))).toBe(false);
    expect(await stepOf(memory)()).toBe('pairing');
    expect(await scanHere().pair(memory, code)).toBe(true);
    const { attributes } = await wallet.next('asked');
    const names = ['bsn', 'dateofbirth', 'digidlevel', 'familyname', 'firstnames', 'prefix'];
    expect(attributes?.toSorted()).toEqual(names.map((name) => `practice.gemeente.personalData.${name}`));
    await wallet.next('success');
    await expect.poll(stepOf(memory), soon).toBe('over');
    expect(await finish(memory)).toEqual({
      ok: true,
      value: {
        level: 'substantial',
        provider: 'yivi',
        method: 'brp-substantieel',
        subject: null,
        name: 'Sofie van Daele',
        birthDate: '1987-04-12',
        nationalNumber: { kind: 'bsn', digits: sofie.bsn },
        mandate: null,
        evidence: {
          issuer: world.address,
          acr: 'practice.gemeente.personalData/25',
          amr: [],
          authenticatedAt: expect.any(Number),
          idTokenHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    });
  });

  test('asks for a name alone where a name is all that is needed', async () => {
    const memory = await begin({ attributes: ['name'] });
    await disclose(memory);
    await wallet.next('success');
    const answer = await finish(memory);
    expect(answer).toMatchObject({ ok: true, value: { birthDate: null, nationalNumber: null } });
  });

  test('needs no typed code once the person says that the app is on this device', async () => {
    const memory = await begin();
    expect(await scanHere().stayOnThisDevice(memory)).toBe(true);
    wallet.scan(scanHere().show(memory).code);
    await wallet.next('success');
    expect(await finish(memory)).toMatchObject({ ok: true });
  });

  test('is refused by who says no in the app', async () => {
    const memory = await begin();
    wallet.scan(scanHere().show(memory).code, { refuse: true });
    const { code = '' } = await wallet.next('pairing');
    await scanHere().pair(memory, code);
    await wallet.next('cancelled');
    expect(await finish(memory)).toEqual({ ok: false, failure: { code: 'refused' } });
  });

  test('lets nobody scan any more once the person stopped', async () => {
    const memory = await begin();
    expect(await finish(memory)).toEqual({ ok: false, failure: { code: 'refused' } });
    expect(await stepOf(memory)()).toBe('over');
    wallet.scan(scanHere().show(memory).code);
    await expect(wallet.next('success')).rejects.toThrow(/SESSION_UNKNOWN|UNEXPECTED_REQUEST/);
  });

  test('proves too little with a DigiD of too low a level, and nothing with a password alone', async () => {
    for (const [digidlevel, reached] of [
      ['20', 'low'],
      ['10', null],
    ]) {
      const weak = await world.openWallet({ ...sofie, digidlevel: digidlevel ?? '' });
      const memory = await begin();
      await disclose(memory, weak);
      await weak.next('success');
      expect(await finish(memory)).toEqual({ ok: false, failure: { code: 'levelTooLow', reached } });
    }
  });

  test('proves nothing with other attributes than those that were asked for', async () => {
    const memory = await begin({ attributes: ['name'] });
    await disclose(memory);
    await wallet.next('success');
    const other = { ...memory, asked: { ...memory.asked, attributes: ['birthDate'] as const } };
    expect(await finish(other)).toEqual({
      ok: false,
      failure: { code: 'invalidAnswer', detail: 'answer: other attributes' },
    });
  });

  test('knows a session to be over after ten minutes, and one that is too old not at all', async () => {
    const memory = await begin();
    const late = Date.now() + 10 * 60_000 + 1_000;
    expect(await finish(memory, late)).toEqual({ ok: false, failure: { code: 'expired' } });
    const unknown = { ...memory, own: { ...memory.own, token: 'a'.repeat(20) } };
    expect(await finish(unknown)).toEqual({ ok: false, failure: { code: 'expired' } });
  });

  test('that signs with another key than the one in the settings is not believed', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const serverKey = publicKey.export({ type: 'spki', format: 'pem' });
    const memory = await begin();
    await disclose(memory);
    await wallet.next('success');
    const answer = await finish(memory, Date.now(), setUp({ serverKey }));
    expect(answer).toEqual({
      ok: false,
      failure: { code: 'invalidAnswer', detail: 'answer: ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
    });
  });

  test('knows us by our key, and says so where it does not; one that is away is unavailable', async () => {
    const others = (await makeIdentityKeys()) as unknown as OwnKeys;
    const unknown = await setUp({}, others).begin(ask());
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'misconfigured' } });
    const away = await setUp({ server: 'http://127.0.0.1:1' }).begin(ask());
    expect(away).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  });
});
