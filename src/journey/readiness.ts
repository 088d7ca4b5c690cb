import type { ActsFor } from './acts-for.ts';
import type { DocumentId, ServiceId } from './ids.ts';
import type { LocalizedText } from './language.ts';

/** What people are asked to bring to an appointment, and what of it they have. Times are epoch milliseconds. */

export type KeptDocument = {
  readonly id: DocumentId;
  readonly kind: 'brought' | 'stillPicture';
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly keptAt: number;
};

/** How far the citizen is with one thing. */
export type ItemState = {
  /** The id of a requirement, or `mandate`. */
  readonly key: string;
  /** Whether it may be sent in beforehand. */
  readonly mayUpload: boolean;
  /** They said to have it ready. */
  readonly isTicked: boolean;
  /** What they sent in of it, the oldest first. */
  readonly documents: readonly KeptDocument[];
};

export type ReadinessItem = ItemState & {
  /** Lucide name. */
  readonly icon: string;
  readonly title: LocalizedText;
  readonly reason: LocalizedText;
};

export type Readiness = {
  /** What proves for whom somebody acts; null for oneself. */
  readonly mandate: (ItemState & { readonly actsFor: ActsFor }) | null;
  /** In the appointment's order. What two services ask stands with the first. */
  readonly services: readonly {
    readonly id: ServiceId;
    readonly name: LocalizedText;
    readonly items: readonly ReadinessItem[];
  }[];
  /** Documents of nothing in the list: pictures of the call, and of what is not asked any more. */
  readonly others: readonly KeptDocument[];
};

/** The key of what proves for whom somebody acts. */
export const mandateKey = 'mandate';

/** Sent in is as good as laid ready. */
export function isReady({ isTicked, documents }: ItemState): boolean {
  return isTicked || documents.length > 0;
}

/** Every single thing, once. */
export function itemsOf({
  mandate,
  services,
}: Pick<Readiness, 'mandate' | 'services'>): readonly ItemState[] {
  const asked = services.flatMap(({ items }) => items);
  return mandate === null ? asked : [mandate, ...asked];
}

/** How many things there are, and how many of them are ready. */
export function countReady(readiness: Pick<Readiness, 'mandate' | 'services'>): {
  readonly all: number;
  readonly ready: number;
} {
  const items = itemsOf(readiness);
  return { all: items.length, ready: items.filter(isReady).length };
}
