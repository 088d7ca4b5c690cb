import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SealedFor, Sealing } from '#ports/sealing.ts';

const nonceBytes = 12;
const tagBytes = 16;
const cipher = 'aes-256-gcm';

/**
 * Sealing with AES-256-GCM (NIST SP 800-38D). Each thing has a key of its own, derived from the server's secret (RFC 5869), so that what a
 * backup holds is worth nothing without it.
 * @param secret of the server; asked for when it is needed
 */
export function createAesSealing(secret: () => string): Sealing {
  const keyOf = ({ organisationId, thing }: SealedFor): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret(), organisationId, thing, 32));
  return {
    seal: (of, content) => seal(keyOf(of), content),
    open: (of, sealed) => open(keyOf(of), sealed),
  };
}

const nowhere: Uint8Array = new Uint8Array();

/**
 * Nonce, what is encrypted, tag.
 * @param place what it is sealed together with, so that it opens nowhere else
 */
export function seal(key: Uint8Array, content: Uint8Array, place = nowhere): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(place);
  const parts = [nonce, sealing.update(content), sealing.final()];
  return new Uint8Array(Buffer.concat([...parts, sealing.getAuthTag()]));
}

/** @throws Error when it was changed, or key or place are others */
export function open(key: Uint8Array, sealed: Uint8Array, place = nowhere): Uint8Array<ArrayBuffer> {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes)).setAAD(place);
  opening.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  return new Uint8Array(
    Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()]),
  );
}
