import type { OrganisationId } from '#journey/ids.ts';

/** What something sealed belongs to: sealed for one thing, it opens for no other. */
export type SealedFor = {
  readonly organisationId: OrganisationId;
  /** Kind and id: `form:…`. */
  readonly thing: string;
};

/** Makes what is kept unreadable to whoever has only what is stored. */
export type Sealing = {
  readonly seal: (of: SealedFor, content: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** @throws Error when it was changed, is of another thing, or the key is another one */
  readonly open: (of: SealedFor, sealed: Uint8Array) => Uint8Array<ArrayBuffer>;
};
