import { X509Certificate } from 'node:crypto';
import { z } from 'zod';

/** The certificate of an authority as PEM; `\n` in JSON makes its lines. */
export const authority = z
  .string()
  .refine(isAuthority, { message: 'the certificate of a certificate authority, as PEM' })
  .transform((pem) => new X509Certificate(pem));

function isAuthority(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}
