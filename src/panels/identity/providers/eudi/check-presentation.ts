import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { z } from 'zod';
import type { Claims } from '../openid/profile.ts';
import { insist, Refusal } from '../web-eid/refusal.ts';
import { pidType } from './levels.ts';
import type { EudiSettings } from './settings.ts';
import { fetchStatusList, StatusAway } from './status-list.ts';
import { trustChain } from './trust-chain.ts';

/** Clocks differ by this at most. */
const toleranceSeconds = 30;

export type Expected = {
  readonly trustAnchors: EudiSettings['trustAnchors'];
  /** Us, as the key binding must name us. */
  readonly audience: string;
  readonly nonce: string;
  /** The claims that were asked. */
  readonly wished: readonly string[];
  /** Epoch milliseconds: when it was asked, and now. */
  readonly askedAt: number;
  readonly at: number;
};

export type CheckedPid = { readonly claims: Claims; readonly issuer: string; readonly shownAt: number };

const header = z.looseObject({ alg: z.literal('ES256'), typ: z.string(), x5c: z.unknown().optional() });
const holder = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });
const pid = z.looseObject({
  vct: z.literal(pidType),
  exp: z.number(),
  cnf: z.strictObject({ jwk: holder }),
  status: z.strictObject({ status_list: z.object({ idx: z.number(), uri: z.string() }) }).optional(),
});

/**
 * Judges one presentation (SD-JWT, RFC 9901; SD-JWT VC): who issued it, that every disclosure is theirs, that its holder signed for us and for this
 * request, that it is valid and was not revoked. The library checks hashes, nonce, sd_hash and times; whom we believe, and for whom it is, is ours.
 * @throws Refusal; StatusAway
 */
export async function checkPresentation(presentation: string, expected: Expected): Promise<CheckedPid> {
  const { audience, nonce, wished, askedAt, at } = expected;
  const now = Math.floor(at / 1000);
  let issuer = '';
  const library = new SDJwtVcInstance({
    hasher,
    verifier: (signed, signature) => {
      const signer = signerOf(signed, 'dc+sd-jwt', expected);
      issuer = signer.subject.replaceAll('\n', ', ');
      return isSigned(signed, signature, signer.publicKey);
    },
    kbVerifier: (signed, signature, { cnf }) => isSigned(signed, signature, holderKey(cnf?.jwk)),
    statusListFetcher: (uri) => fetchStatusList(uri),
    statusVerifier: (signed, signature) =>
      isSigned(signed, signature, signerOf(signed, 'statuslist+jwt', expected).publicKey),
  });
  const { payload, kb } = await library
    .verify(presentation, { currentDate: now, skewSeconds: toleranceSeconds, keyBindingNonce: nonce })
    .catch(refuse);
  const read = pid.safeParse(payload);
  insist(read.success, 'form');
  insist(kb?.header.alg === 'ES256', 'key binding');
  insist(kb.payload.aud === audience, 'audience');
  const { iat } = kb.payload;
  insist(iat >= askedAt / 1000 - toleranceSeconds && iat <= now + toleranceSeconds, 'shown at another time');
  await checkDisclosures(library, presentation, wished, payload);
  return { claims: payload, issuer, shownAt: iat };
}

/** Everything that was asked is there, and nothing else was disclosed: neither more, nor what its issuer never said. */
async function checkDisclosures(
  library: SDJwtVcInstance,
  presentation: string,
  wished: readonly string[],
  claims: Claims,
): Promise<void> {
  const { disclosures = [] } = await library.decode(presentation);
  const names = disclosures.map(({ key }) => key ?? '');
  const isExact =
    new Set(names).size === names.length &&
    names.every((name) => wished.includes(name)) &&
    disclosures.every(({ key, value }) => claims[key ?? ''] === value) &&
    wished.every((name) => claims[name] !== undefined);
  insist(isExact, 'other attributes');
}

function signerOf(signed: string, type: string, { trustAnchors, at }: Expected) {
  const [encoded = ''] = signed.split('.');
  const read = header.safeParse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
  insist(read.success && read.data.typ === type, 'header');
  return trustChain(read.data.x5c, trustAnchors, at);
}

function isSigned(signed: string, signature: string, key: KeyObject): boolean {
  insist(key.asymmetricKeyDetails?.namedCurve === 'prime256v1', 'key');
  return verify(
    'sha256',
    Buffer.from(signed),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
}

function holderKey(jwk: unknown): KeyObject {
  const read = holder.safeParse(jwk);
  insist(read.success, 'key binding');
  return createPublicKey({ key: read.data as JsonWebKey, format: 'jwk' });
}

function hasher(data: string | ArrayBuffer, algorithm: string): Uint8Array {
  insist(algorithm === 'sha-256', 'hash');
  const bytes = typeof data === 'string' ? Buffer.from(data) : new Uint8Array(data);
  return createHash('sha256').update(bytes).digest();
}

/** The library's words stop here: they may quote what was shown. */
function refuse(error: unknown): never {
  if (error instanceof Refusal || error instanceof StatusAway) throw error;
  const words = error instanceof Error ? error.message : '';
  const known = reasons.find(([part]) => words.includes(part));
  throw new Refusal(known?.[1] ?? 'presentation');
}

const reasons: readonly (readonly [string, string])[] = [
  ['Key Binding', 'key binding'],
  ['Invalid Nonce', 'nonce'],
  ['expired', 'expired'],
  ['not yet valid', 'not yet valid'],
  ['Status is not valid', 'revoked'],
  ['Status List', 'status list'],
  ['Signature', 'signature'],
];
