'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { KeptDocument } from '#journey/readiness.ts';
import { formatFileSize } from '#shared/i18n/format-file-size.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconDownload } from '#shared/ui/icons/download.ts';
import { iconEye } from '#shared/ui/icons/eye.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { useMomentStyle } from './seat-place.tsx';

/** What every browser shows as a picture. Papers, and photos of another kind, are opened outside the browser. */
const shownTypes = ['image/jpeg', 'image/png', 'image/webp'];

const addressOf = ({ id }: KeptDocument) => `/api/seat/documents/${id}`;

/** Files of the citizen: a picture is looked at here, anything else is fetched. */
export function DocumentList({ documents }: { documents: readonly KeptDocument[] }) {
  const t = useTranslations('seat.documents');
  const style = useMomentStyle();
  const [shown, setShown] = useState<KeptDocument | null>(null);
  return (
    <ul className="mt-1 grid gap-1" aria-label={t('label')}>
      {documents.map((document) => (
        <li key={document.id} className="flex flex-wrap items-center gap-x-3">
          <Icon shape={iconFileText} size={16} className="text-brand" />
          <span className="min-w-0 wrap-anywhere">{document.name}</span>
          <span className="text-small text-ink-2">
            {formatFileSize(document.sizeBytes, style.language)}, {formatNearMoment(document.keptAt, style)}
          </span>
          {shownTypes.includes(document.mediaType) && (
            <Button look="underlined" icon={iconEye} onClick={() => setShown(document)}>
              {t('look')}
              <span className="sr-only"> {document.name}</span>
            </Button>
          )}
          <a
            href={addressOf(document)}
            download
            className="inline-flex items-center gap-1.5 font-semibold text-brand"
          >
            <Icon shape={iconDownload} size={16} />
            {t('fetch')}
            <span className="sr-only"> {document.name}</span>
          </a>
        </li>
      ))}
      {shown !== null && <Picture document={shown} onClose={() => setShown(null)} />}
    </ul>
  );
}

function Picture({ document, onClose }: { document: KeptDocument; onClose: () => void }) {
  const t = useTranslations('seat.documents');
  const [failed, setFailed] = useState(false);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={document.name}
      closeText={t('close')}
      width="wide"
      density="seat"
    >
      {failed ? (
        <p>{t('broken')}</p>
      ) : (
        // biome-ignore lint/performance/noImgElement: a private file, as it came
        <img
          src={addressOf(document)}
          alt={t('picture', { name: document.name })}
          onError={() => setFailed(true)}
          className="mx-auto max-h-[75vh] max-w-full object-contain"
        />
      )}
    </Dialog>
  );
}
