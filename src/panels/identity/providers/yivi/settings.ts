import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { secureAddress } from '../secure-address.ts';

/** An RSA public key as PEM; `\n` in JSON makes its lines. */
const publicKey = z.string().refine(isRsaPublicKey, { message: 'an RSA public key as PEM' });

/** What we must know of a Yivi server (irmago), and it of us. */
export const yiviSettings = z.strictObject({
  /** Where the server is, for us and for people's phones. */
  server: secureAddress,
  /** Our name in its `requestors`, with `auth_method` `publickey` and our key of use `sig`. */
  requestor: z.string().min(1),
  /** With which the server signs its results, as it stands at `/publickey`. */
  serverKey: publicKey,
  /** The `jwt-issuer` of the server. */
  resultIssuer: z.string().min(1).default('irmaserver'),
  /** Whose credentials count. Another one than `pbdf` is for trials: everybody can make a scheme. */
  scheme: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('pbdf'),
});

export type YiviSettings = z.infer<typeof yiviSettings>;

function isRsaPublicKey(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
