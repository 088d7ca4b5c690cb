'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, useEffect, useId, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { classNames } from '#shared/ui/class-names.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { ChatField } from './chat-field.tsx';
import { ChatLines } from './chat-lines.tsx';
import type { HeldChat } from './use-chat.ts';

export type ChatPanelProps = HeldChat & {
  /** Whose page it is. */
  readonly side: 'visitor' | 'staff';
  /** How to close it; null where it always stands open, and counts as read once it is used. */
  readonly onClose: (() => void) | null;
  /** It is the conversation itself: it takes all the room there is, and what it shows is read. */
  readonly isMain?: boolean;
};

/** Everything that is written beside the picture, and where to write. */
export function ChatPanel({ session, snapshot, side, onClose, isMain = false }: ChatPanelProps) {
  const t = useTranslations('chat');
  const id = useId();
  const [isFileRefused, setFileRefused] = useState(false);
  const { lines, unsent, typing, isOver } = snapshot;
  const newest = lines.at(-1)?.number;
  const isOpened = onClose !== null || isMain;
  useEffect(() => {
    if (isOpened && newest !== undefined) session.markSeen();
  }, [isOpened, newest, session]);
  const use = isOpened ? undefined : session.markSeen;
  const refuseFile = (event: DragEvent) => {
    // Text that is dragged is text.
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop') setFileRefused(true);
  };
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        'flex min-h-0 flex-col gap-2.5',
        isMain ? 'flex-auto' : side === 'visitor' && 'lg:h-full',
      )}
      onKeyDown={(event) => event.key === 'Escape' && onClose?.()}
      onFocus={use}
      onPointerEnter={use}
      onDragOver={refuseFile}
      onDrop={refuseFile}
    >
      <div className="flex items-baseline justify-between gap-3">
        <div>
          <h2 id={id} className="text-h3">
            {t('title')}
          </h2>
          <p className="text-small text-ink-2">{t(side === 'staff' ? 'keptForStaff' : 'kept')}</p>
        </div>
        {onClose && (
          <Button look="underlined" onClick={onClose}>
            {t('close')}
          </Button>
        )}
      </div>
      <div
        className={classNames(
          'flex flex-col',
          isMain
            ? 'min-h-32 flex-1'
            : side === 'visitor'
              ? 'max-h-[26dvh] min-h-0 lg:max-h-none lg:flex-1'
              : 'max-h-[30dvh] min-h-0',
        )}
      >
        <ChatLines lines={lines} unsent={unsent} />
      </div>
      {/* Not read out letter by letter: that it can be read is said once, and the line itself when it is sent. */}
      {typing.map(({ participantId, name, text }) => (
        <p
          key={participantId}
          aria-live="off"
          className="max-h-24 overflow-y-auto border-l-4 border-lamp pl-3"
        >
          <span className="text-small text-ink-2">{t('typing', { name })}</span>
          <br />
          <span dir="auto" className="wrap-anywhere whitespace-pre-line">
            {text}
          </span>
        </p>
      ))}
      <div role="alert" className="empty:hidden">
        {isFileRefused && (
          <Notice
            kind="warn"
            action={
              <Button look="underlined" onClick={() => setFileRefused(false)}>
                {t('understood')}
              </Button>
            }
          >
            {side === 'staff' ? t('fileByStaff') : t('file', { writes: String(isMain) })}
          </Notice>
        )}
      </div>
      {isOver ? (
        <p role="status">{t('over')}</p>
      ) : (
        <ChatField
          session={session}
          snapshot={snapshot}
          onFile={() => setFileRefused(true)}
          isDense={isMain}
        />
      )}
    </section>
  );
}

/** Reads out what others write, once and as it comes; not what stood there before this page. */
export function ChatAnnouncer({ snapshot: { news, typing } }: Pick<HeldChat, 'snapshot'>) {
  const t = useTranslations('chat');
  return (
    <>
      <div role="log" aria-label={t('news')} className="sr-only">
        {news !== null && <p key={news.number}>{t('says', { name: news.name, text: news.text })}</p>}
      </div>
      <p role="status" className="sr-only">
        {typing.map(({ name }) => t('typing', { name })).join(' ')}
      </p>
    </>
  );
}
