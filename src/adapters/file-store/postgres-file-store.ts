import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { DocumentId, OrganisationId } from '#journey/ids.ts';
import type { FileStore } from '#ports/file-store.ts';

/** Small enough that no statement is long, large enough that a photo is a few of them. */
const chunkBytes = 512 * 1024;
const nonceBytes = 12;
const tagBytes = 16;
const cipher = 'aes-256-gcm';

/**
 * Files in pieces beside their rows in Postgres, each piece encrypted with AES-256-GCM. The key is the document's own, derived from the
 * server's secret (RFC 5869), so that what a backup holds is worth nothing without it.
 * @param secret of the server; asked for when it is needed
 */
export function createPostgresFileStore(secret: () => string): FileStore {
  const keyOf = (organisationId: OrganisationId, document: DocumentId): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret(), organisationId, `file:${document}`, 32));
  return {
    write: async ({ db, organisationId }, documentId, content) => {
      const key = keyOf(organisationId, documentId);
      const count = Math.ceil(content.length / chunkBytes);
      for (let position = 0; position < count; position += 1) {
        const part = content.subarray(position * chunkBytes, (position + 1) * chunkBytes);
        const bytes = seal(key, part, placeOf(position, count));
        await db.fileChunk.create({ data: { organisationId, documentId, position, bytes } });
      }
    },
    read: async ({ db, organisationId }, documentId) => {
      const chunks = await db.fileChunk.findMany({
        where: { documentId },
        orderBy: { position: 'asc' },
        select: { bytes: true },
      });
      if (chunks.length === 0) return null;
      const key = keyOf(organisationId, documentId);
      const parts = chunks.map(({ bytes }, position) => open(key, bytes, placeOf(position, chunks.length)));
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}

/** Which piece of how many: none can be left out, or stand where another one stood. */
const placeOf = (position: number, count: number): Buffer => Buffer.from(`${position}/${count}`);

/** Nonce, what is encrypted, tag (NIST SP 800-38D). */
function seal(key: Uint8Array, content: Uint8Array, place: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(place);
  const parts = [nonce, sealing.update(content), sealing.final()];
  return new Uint8Array(Buffer.concat([...parts, sealing.getAuthTag()]));
}

function open(key: Uint8Array, sealed: Uint8Array, place: Buffer): Buffer {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes)).setAAD(place);
  opening.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()]);
}
