import { createHash, KeyObject, randomBytes, sign } from 'node:crypto';

/** Signs as JWS says it (RFC 7518, section 3.4): ES256, both halves in a row. */
export function signerWith(key: CryptoKey): (data: string) => string {
  const privateKey = KeyObject.from(key);
  return (data) =>
    sign('sha256', Buffer.from(data), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

export function hasher(data: string | ArrayBuffer, algorithm: string): Uint8Array {
  if (algorithm !== 'sha-256') throw new Error(`no hash ${algorithm}`);
  return createHash('sha256')
    .update(typeof data === 'string' ? data : new Uint8Array(data))
    .digest();
}

export const saltGenerator = (length: number): string => randomBytes(length).toString('base64url');
