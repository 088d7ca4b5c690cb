'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { SeatEntry } from '#journey/live-views.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { QueueList } from '#shared/ui/queue.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { FoundAppointment } from '../found-appointment.ts';
import { MessageGlyph } from './message-glyph.tsx';
import { useLocalized, useMomentStyle, useNameOf } from './seat-place.tsx';
import { useCallerSearch } from './use-caller-search.ts';

type Props = { readonly onChoose: (entry: SeatEntry) => void; readonly onClose: () => void };

/** Finds whoever phones, by phrase, name, reference or number; by keyboard from the first letter to the dossier. */
export function CallerSearch({ onChoose, onClose }: Props) {
  const t = useTranslations('seat.search');
  const { typed, type, found, failed } = useCallerSearch();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = found?.[0];
    if (event.key === 'Enter' && first !== undefined) {
      event.preventDefault();
      onChoose(first.entry);
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[role="dialog"] [data-queue-row]')?.focus();
    }
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} closeText={t('close')} width="wide">
      <TextField
        id="caller"
        name="caller"
        label={t('label')}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
      />
      <p role="status" className="mt-3 text-ink-2 empty:hidden">
        {found !== null && t('found', { count: found.length })}
      </p>
      <div role="alert" className="empty:hidden">
        {failed && <Notice kind="warn">{t('failed')}</Notice>}
      </div>
      {found !== null && found.length > 0 && (
        <div className="mt-2">
          <QueueList label={t('results')}>
            {found.map((each) => (
              <Found key={each.entry.appointmentId} found={each} onChoose={() => onChoose(each.entry)} />
            ))}
          </QueueList>
        </div>
      )}
    </Dialog>
  );
}

function Found({ found, onChoose }: { found: FoundAppointment; onChoose: () => void }) {
  const style = useMomentStyle();
  const localized = useLocalized();
  const nameOf = useNameOf();
  const { entry, phraseWords } = found;
  return (
    <li className="border-t border-line">
      <button
        type="button"
        data-queue-row
        onClick={onChoose}
        className="group/row ring-inside grid w-full cursor-pointer gap-x-4 px-2 py-2 text-left hover:bg-ground sm:grid-cols-[minmax(0,1fr)_auto]"
      >
        <span className="min-w-0">
          {/* The words of the sign open to the left: there must be room. */}
          <span className="flex items-center gap-2">
            <b className="min-w-0 flex-1">{nameOf(entry)}</b>
            <MessageGlyph entry={entry} />
          </span>
          <span className="block text-ink-2">
            {formatNearMoment(entry.startAt, style)}, {entry.services.map(localized).join(', ')}
          </span>
        </span>
        <span className="sm:text-right">
          <b className="block">{phraseWords.join(' ')}</b>
          <span className="code block text-small text-ink-2">{entry.reference}</span>
        </span>
      </button>
    </li>
  );
}
