'use client';

import { useTranslations } from 'next-intl';
import {
  isReady,
  itemsOf,
  type KeptDocument,
  type Readiness,
  type ReadinessItem,
} from '#journey/readiness.ts';
import { Checklist, type ChecklistItem } from '#shared/ui/checklist.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconCircleCheck } from '#shared/ui/icons/circle-check.ts';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import { DocumentList } from './document-list.tsx';
import { Part } from './dossier-part.tsx';
import { useLocalized } from './seat-place.tsx';

/** What the citizen was asked to bring, what of it is ready, and what came in already. */
export function Brought({ readiness }: { readiness: Readiness }) {
  const t = useTranslations('seat.dossier');
  const localized = useLocalized();
  const words = useItemWords();
  const { mandate, services, others } = readiness;
  const began = itemsOf(readiness).some(isReady);
  return (
    <Part title={t('bring')} note={t('bringText')}>
      {mandate !== null && (
        <Checklist
          heading="p"
          items={[words(mandate, began, { icon: iconIdCard, title: t('mandate'), detail: t('mandateText') })]}
        />
      )}
      {services.map(({ id, name, items }) => (
        <div key={id}>
          {services.length > 1 && <h4 className="mt-2 font-strong">{localized(name)}</h4>}
          {items.length === 0 ? (
            <p className="text-ink-2">{t('nothingToBring')}</p>
          ) : (
            <Checklist
              heading="p"
              items={items.map((item) => words(item, began, textsOf(item, localized)))}
            />
          )}
        </div>
      ))}
      <Others documents={others} />
    </Part>
  );
}

function Others({ documents }: { documents: readonly KeptDocument[] }) {
  const t = useTranslations('seat.dossier');
  if (documents.length === 0) return null;
  return (
    <>
      <h4 className="mt-2 font-strong">{t('otherDocuments')}</h4>
      <DocumentList documents={documents} />
    </>
  );
}

const textsOf = (item: ReadinessItem, localized: ReturnType<typeof useLocalized>) => ({
  icon: iconByName(item.icon),
  title: localized(item.title),
  detail: localized(item.reason),
});

/** Of who said nothing of the list, nothing is known to be missing. */
function useItemWords() {
  const t = useTranslations('seat.dossier');
  return (
    item: ReadinessItem | NonNullable<Readiness['mandate']>,
    began: boolean,
    texts: Pick<ChecklistItem, 'icon' | 'title' | 'detail'>,
  ): ChecklistItem => {
    const ready = isReady(item);
    return {
      key: item.key,
      ...texts,
      ...(ready && { icon: iconCircleCheck, state: 'done' as const, value: t('ready') }),
      ...(!ready && began && { value: t('notReady') }),
      extra: item.documents.length > 0 && <DocumentList documents={item.documents} />,
    };
  };
}
