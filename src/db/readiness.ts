import type { AppointmentId, DocumentId, ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { type ItemState, type KeptDocument, mandateKey, type Readiness } from '#journey/readiness.ts';
import type { OrganisationScope } from './organisation-scope.ts';

const picked = {
  principal: { select: { kind: true } },
  readyItems: { select: { itemKey: true } },
  documents: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      itemKey: true,
      name: true,
      mediaType: true,
      sizeBytes: true,
      keptAt: true,
    },
  },
  services: {
    orderBy: { position: 'asc' },
    select: {
      service: {
        select: {
          id: true,
          name: true,
          requirements: {
            orderBy: { position: 'asc' },
            select: { id: true, icon: true, title: true, reason: true, mayUpload: true },
          },
        },
      },
    },
  },
} as const;

/**
 * What the citizen was asked to bring and has ready; null when there is no such appointment. Whoever asks has made sure that its reader
 * may see it.
 */
export async function readReadiness(scope: OrganisationScope, id: AppointmentId): Promise<Readiness | null> {
  const row = await scope.db.appointment.findFirst({ where: { id }, select: picked });
  if (row === null) return null;
  const ticked = new Set(row.readyItems.map(({ itemKey }) => itemKey));
  const documents = row.documents.map(({ itemKey, ...document }) => ({ itemKey, ...toKept(document) }));
  const seen = new Set<string>();
  const listed = new Set<string>();
  const stateOf = (key: string, mayUpload: boolean): ItemState => {
    listed.add(key);
    const own = documents.filter(({ itemKey }) => itemKey === key);
    return { key, mayUpload, isTicked: ticked.has(key), documents: own.map(withoutKey) };
  };
  const services = row.services.map(({ service: { id: serviceId, name, requirements } }) => ({
    id: serviceId as ServiceId,
    name: name as LocalizedText,
    items: requirements.flatMap(({ id: key, icon, title, reason, mayUpload }) => {
      const words = title as LocalizedText;
      if (seen.has(words.nl)) return [];
      seen.add(words.nl);
      return [{ ...stateOf(key, mayUpload), icon, title: words, reason: reason as LocalizedText }];
    }),
  }));
  const mandate = row.principal && { ...stateOf(mandateKey, true), actsFor: row.principal.kind };
  const others = documents.filter(({ itemKey }) => itemKey === null || !listed.has(itemKey));
  return { mandate, services, others: others.map(withoutKey) };
}

type DocumentRow = Omit<KeptDocument, 'id' | 'keptAt'> & { readonly id: string; readonly keptAt: Date };

const toKept = ({ id, keptAt, ...document }: DocumentRow): KeptDocument => ({
  ...document,
  id: id as DocumentId,
  keptAt: keptAt.getTime(),
});

const withoutKey = ({ itemKey: _itemKey, ...document }: KeptDocument & { itemKey: string | null }) =>
  document;
