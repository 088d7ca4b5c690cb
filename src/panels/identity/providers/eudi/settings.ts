import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { authority } from '../authority.ts';
import { secureAddress } from '../secure-address.ts';

const certificate = z
  .string()
  .refine(isCertificate, { message: 'a certificate as PEM' })
  .transform((pem) => new X509Certificate(pem));

/** A P-256 key: the High Assurance Interoperability Profile (HAIP 1.0) signs with ES256. */
const key = z
  .string()
  .refine((pem) => readKey(pem) !== null, { message: 'a private P-256 key as PEM' })
  .transform((pem) => readKey(pem) as KeyObject);

/** Schemes by which telephones open a wallet; an address instead is a wallet in a browser, for practice. */
const walletAddress = z
  .string()
  .regex(/^(openid4vp|haip-vp|eudi-openid4vp):\/\/$/)
  .or(secureAddress);

/** What an organisation must have to ask EUDI wallets, and whom it believes. */
export const eudiSettings = z
  .strictObject({
    /** Said on purpose: no wallet of a member state was tried with this. */
    forTrial: z.literal(true),
    /** Who vouches for those who issue personal identification data (PID): of the member states' trusted lists. */
    trustAnchors: z.array(authority).min(1),
    /** Our access certificate with those above it, without the root. Wallets show its name. */
    certificates: z.array(certificate).min(1),
    /** Of the first certificate. */
    key,
    walletAddress: walletAddress.default('openid4vp://'),
  })
  .refine(({ key: own, certificates: [leaf] }) => leaf?.checkPrivateKey(own), {
    path: ['key'],
    message: 'the key of the first certificate',
  });

export type EudiSettings = z.infer<typeof eudiSettings>;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function readKey(pem: string): KeyObject | null {
  try {
    const read = createPrivateKey(pem);
    return read.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? read : null;
  } catch {
    return null;
  }
}
