'use client';

import { useTranslations } from 'next-intl';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { notesMaximumLength } from '../notes-length.ts';
import { useMomentStyle } from './seat-place.tsx';
import type { KeptText } from './use-kept-text.ts';
import type { Notes } from './use-notes.ts';

/** Where the clerk writes while speaking. It keeps itself, and says so. */
export function NotesField({ notes }: { notes: Notes }) {
  const t = useTranslations('seat.call');
  return <KeptField name="notes" label={t('notes')} hint={t('notesHint')} rows={6} kept={notes} />;
}

type KeptFieldProps = {
  name: string;
  label: string;
  hint: string;
  rows: number;
  kept: KeptText;
};

/** Several lines that keep themselves, and say so. */
export function KeptField({ name, label, hint, rows, kept }: KeptFieldProps) {
  if (!kept.ready) return <Skeleton label={label} />;
  return (
    <TextArea
      name={name}
      label={label}
      hint={
        <>
          {hint} <KeptWords kept={kept} />
        </>
      }
      value={kept.text}
      maxLength={notesMaximumLength}
      rows={rows}
      onChange={(event) => kept.change(event.currentTarget.value)}
      onBlur={kept.keepNow}
    />
  );
}

function KeptWords({ kept: { status, keptAt } }: { kept: KeptText }) {
  const t = useTranslations('seat.call');
  const style = useMomentStyle();
  if (status === 'failed')
    return (
      <span role="alert" className="text-danger">
        {t('notesFailed')}
      </span>
    );
  if (keptAt !== null && status === 'kept')
    return <span>{t('notesSaved', { time: formatTime(keptAt, style) })}</span>;
  return status === 'keeping' ? <span>{t('notesSaving')}</span> : null;
}
