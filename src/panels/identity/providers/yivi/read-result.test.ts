import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import type { IdentityMemory } from '#ports/identity-provider.ts';
import { judgeResult } from './read-result.ts';
import { yiviSettings } from './settings.ts';

const makeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const server = makeKey();
const stranger = makeKey();
const now = Date.now();
const seconds = Math.floor(now / 1000);

const settings = yiviSettings.parse({
  server: 'https://yivi.example',
  requestor: 'stad',
  serverKey: server.publicKey.export({ type: 'spki', format: 'pem' }),
});
const memory: IdentityMemory = {
  provider: 'yivi',
  state: 'state',
  asked: {
    level: 'substantial',
    attributes: ['name'],
    language: 'nl',
    redirectUri: 'https://stad.example/api/identity/yivi/callback',
    askedAt: now - 60_000,
  },
  own: {},
};
const session = {
  token: 'ours',
  address: 'https://yivi.example/irma/session/x',
  steering: 's',
  pairingCode: '1234',
};

const values: Record<string, string> = {
  digidlevel: '25',
  firstnames: 'Jan',
  prefix: '',
  familyname: 'Bakker',
};
const disclose = (changes: Record<string, string | undefined> = {}, scheme = 'pbdf') => [
  Object.entries({ ...values, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([name, rawvalue]) => ({
      id: `${scheme}.gemeente.personalData.${name}`,
      rawvalue,
      status: 'PRESENT',
    })),
];

type Signing = {
  readonly key?: typeof server.privateKey;
  readonly algorithm?: string;
  readonly subject?: string;
  readonly issuer?: string;
  readonly issuedAt?: number;
  /** Null for a result that never ends. */
  readonly expiresAt?: number | null;
};

function result(claims: object = {}, signing: Signing = {}): Promise<string> {
  const {
    key = server.privateKey,
    algorithm = 'RS256',
    subject = 'disclosing_result',
    issuer = 'irmaserver',
    issuedAt = seconds,
    expiresAt = seconds + 120,
  } = signing;
  const token = new SignJWT({
    token: 'ours',
    status: 'DONE',
    type: 'disclosing',
    proofStatus: 'VALID',
    disclosed: disclose(),
    ...claims,
  });
  token.setProtectedHeader({ alg: algorithm }).setSubject(subject).setIssuer(issuer).setIssuedAt(issuedAt);
  if (expiresAt !== null) token.setExpirationTime(expiresAt);
  return token.sign(key);
}

const judge = async (jwt: Promise<string>, at = now) =>
  judgeResult({ id: 'yivi', settings, memory, session, at }, await jwt);

const all: IdentityMemory = {
  ...memory,
  asked: { ...memory.asked, attributes: ['birthDate', 'nationalNumber'] },
};

describe('the result of a Yivi server', () => {
  it.each([
    ['999990018', '12-04-1987', 'wrongNationalNumber'],
    ['999990019', '31-02-1987', 'wrongBirthDate'],
    ['999990019', '1987-04-12', 'wrongBirthDate'],
  ])('with the number %s and the date %s is refused', async (bsn, dateofbirth, code) => {
    const named = { firstnames: undefined, prefix: undefined, familyname: undefined };
    const jwt = await result({ disclosed: disclose({ ...named, bsn, dateofbirth }) });
    const answer = await judgeResult({ id: 'yivi', settings, memory: all, session, at: now }, jwt);
    expect(answer).toEqual({ ok: false, failure: { code: 'invalidAnswer', detail: `answer: ${code}` } });
  });

  it('is believed with its signature, for this session, with exactly what was asked', async () => {
    expect(await judge(result())).toMatchObject({
      ok: true,
      value: { name: 'Jan Bakker', level: 'substantial', method: 'brp-substantieel' },
    });
  });

  it.each([
    ['25', 'brp-substantieel'],
    ['Substantieel', 'brp-substantieel'],
    ['30', 'brp-hoog'],
    ['Hoog', 'brp-hoog'],
  ])('with a DigiD level of %s is one', async (digidlevel, method) => {
    const answer = await judge(result({ disclosed: disclose({ digidlevel }) }));
    expect(answer).toMatchObject({ ok: true, value: { method, level: 'substantial' } });
  });

  it.each<[string, Promise<string>, string]>([
    ['forged with another key', result({}, { key: stranger.privateKey }), 'ERR_JWS_SIGNATURE'],
    ['signed with another algorithm', result({}, { algorithm: 'PS256' }), 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['of another purpose', result({}, { subject: 'signing_result' }), 'ERR_JWT_CLAIM'],
    ['of another server', result({}, { issuer: 'another' }), 'ERR_JWT_CLAIM'],
    ['that is too old', result({}, { issuedAt: seconds - 300, expiresAt: seconds - 100 }), 'ERR_JWT_EXPIRED'],
    ['that never ends', result({}, { expiresAt: null }), 'ERR_JWT_CLAIM'],
    ['of before it was asked', result({}, { issuedAt: seconds - 120 }), 'disclosed before'],
    ['of the session of another attempt', result({ token: 'theirs' }), 'another session'],
    ['of a session that was not finished', result({ status: 'CANCELLED' }), 'not disclosed'],
    ['of an issuance', result({ type: 'issuing' }), 'not disclosed'],
    ['with an expired credential', result({ proofStatus: 'EXPIRED' }), 'proof EXPIRED'],
    ['with an invalid proof', result({ proofStatus: 'INVALID' }), 'proof INVALID'],
    [
      'without what was asked',
      result({ disclosed: disclose({ familyname: undefined }) }),
      'other attributes',
    ],
    ['with more than was asked', result({ disclosed: disclose({ bsn: '999990019' }) }), 'other attributes'],
    ['of another scheme', result({ disclosed: disclose({}, 'irma-demo') }), 'other attributes'],
    ['of two credentials', result({ disclosed: [...disclose(), ...disclose()] }), 'other attributes'],
    ['of another form', result({ disclosed: 'everything' }), 'another form'],
  ])('%s is refused', async (_name, jwt, detail) => {
    const answer = await judge(jwt);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalidAnswer' } });
    expect(JSON.stringify(answer)).toContain(detail);
  });

  it.each([
    ['20', 'low'],
    ['Midden', 'low'],
    ['Basis', null],
    ['substantieel', null],
    ['10', null],
    ['high', null],
  ])('with a DigiD level of %s reaches too little', async (digidlevel, reached) => {
    const answer = await judge(result({ disclosed: disclose({ digidlevel }) }));
    expect(answer).toEqual({ ok: false, failure: { code: 'levelTooLow', reached } });
  });
});
