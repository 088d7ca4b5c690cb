import { hkdfSync } from 'node:crypto';
import type { DocumentId, OrganisationId } from '#journey/ids.ts';
import type { FileStore } from '#ports/file-store.ts';
import { open, seal } from '../sealing/aes-sealing.ts';

/** Small enough that no statement is long, large enough that a photo is a few of them. */
const chunkBytes = 512 * 1024;

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
