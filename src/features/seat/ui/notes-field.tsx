'use client';

import { useTranslations } from 'next-intl';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { notesMaximumLength } from '../notes-length.ts';
import { useMomentStyle } from './seat-place.tsx';
import type { Notes } from './use-notes.ts';

/** Where the clerk writes while speaking. It keeps itself, and says so. */
export function NotesField({ notes }: { notes: Notes }) {
  const t = useTranslations('seat.call');
  if (!notes.ready) return <Skeleton label={t('notes')} />;
  return (
    <TextArea
      name="notes"
      label={t('notes')}
      hint={
        <>
          {t('notesHint')} <KeptWords notes={notes} />
        </>
      }
      value={notes.text}
      maxLength={notesMaximumLength}
      rows={6}
      onChange={(event) => notes.change(event.currentTarget.value)}
      onBlur={notes.keepNow}
    />
  );
}

function KeptWords({ notes: { status, keptAt } }: { notes: Notes }) {
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
