import { getTranslations } from 'next-intl/server';
import type { Language } from '#journey/language.ts';
import type { KeptDocument } from '#journey/readiness.ts';
import { formatFileSize } from '#shared/i18n/format-file-size.ts';
import { Button } from '#shared/ui/button.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCamera } from '#shared/ui/icons/camera.ts';
import { iconFileCheck } from '#shared/ui/icons/file-check.ts';
import type { FormAction } from './tick-form.tsx';

type SentDocumentsProps = {
  documents: readonly KeptDocument[];
  withdraw: FormAction;
  language: Language;
};

/** What the municipality has of the citizen, each to be taken back. Names and sizes only: the files themselves are for the clerk. */
export async function SentDocuments({ documents, withdraw, language }: SentDocumentsProps) {
  const t = await getTranslations('preparation.checklist.sent');
  return (
    <ul className="mt-2 grid gap-1" aria-label={t('label')}>
      {documents.map(({ id, kind, name, sizeBytes }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3">
          <Icon shape={kind === 'brought' ? iconFileCheck : iconCamera} size={20} className="text-ok" />
          <span className="min-w-0 wrap-anywhere">
            {kind === 'brought' ? name : t('stillPicture')}{' '}
            <span className="text-note whitespace-nowrap text-ink-2">
              {formatFileSize(sizeBytes, language)}
            </span>
          </span>
          <form action={withdraw}>
            <input type="hidden" name="document" value={id} />
            <Button type="submit" look="underlined">
              {t('withdraw')}
              <span className="sr-only"> {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
