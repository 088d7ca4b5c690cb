import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { DocumentId } from '#journey/ids.ts';

/** Where the bytes of documents are kept, unreadable to whoever has only what is stored. */
export type FileStore = {
  /**
   * Keeps the bytes of a document whose row exists already, in its transaction: both are there, or neither. Once per document.
   * They go when the row goes.
   */
  readonly write: (scope: OrganisationScope, document: DocumentId, content: Uint8Array) => Promise<void>;
  /**
   * The bytes as they were written; null when there are none.
   * @throws Error when they were changed, or the key is another one
   */
  readonly read: (scope: OrganisationScope, document: DocumentId) => Promise<Uint8Array<ArrayBuffer> | null>;
};
