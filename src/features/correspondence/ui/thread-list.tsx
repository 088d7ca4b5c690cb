'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import type { ConversationId, StaffMemberId } from '#journey/ids.ts';
import type { SeatThread } from '#journey/live-views.ts';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { QueueList, QueueRow } from '#shared/ui/queue.tsx';
import { QueueGroup } from '#shared/ui/queue-heading.tsx';
import { Tag } from '#shared/ui/tag.tsx';

export type ThreadListProps = {
  readonly threads: readonly SeatThread[];
  readonly clerkId: StaffMemberId;
  readonly selectedId: ConversationId | null;
  /** In the narrow column beside a conversation. */
  readonly narrow: boolean;
  readonly onOpen: (id: ConversationId) => void;
};

/** Who wrote by mail, SMS or WhatsApp. Nothing where nobody did. */
export function ThreadList({ threads, clerkId, selectedId, narrow, onOpen }: ThreadListProps) {
  const t = useTranslations('correspondence.seat');
  if (threads.length === 0) return null;
  const count = threads.filter(({ isUnanswered }) => isUnanswered).length;
  return (
    <div data-section="messages">
      <QueueGroup title={t('section')} note={t('count', { count })} />
      <QueueList label={t('section')}>
        {threads.map((thread) => (
          <ThreadRow
            key={thread.conversationId}
            thread={thread}
            isOwn={thread.clerk?.id === clerkId}
            selected={thread.conversationId === selectedId}
            narrow={narrow}
            onOpen={() => onOpen(thread.conversationId)}
          />
        ))}
      </QueueList>
    </div>
  );
}

type RowProps = Pick<ThreadListProps, 'narrow'> & {
  readonly thread: SeatThread;
  readonly isOwn: boolean;
  readonly selected: boolean;
  readonly onOpen: () => void;
};

function ThreadRow({ thread, isOwn, selected, narrow, onOpen }: RowProps) {
  const t = useTranslations('correspondence.seat');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const { means, address, lastText, lastAt, isUnanswered, clerk } = thread;
  return (
    <QueueRow
      presence={isUnanswered ? 'here' : 'away'}
      presenceText={t(isUnanswered ? 'unanswered' : 'answered')}
      name={<span className="block truncate">{address}</span>}
      service={<span className="line-clamp-2">{lastText === '' ? t('fileOnly') : lastText}</span>}
      time={formatTime(lastAt, style)}
      waiting={t(`means.${means}`)}
      narrow={narrow}
      selected={selected}
      onClick={onOpen}
      tags={
        <>
          <Tag tone="warn">{t('unidentified')}</Tag>
          {clerk !== null && (
            <Tag tone="neutral" icon={iconUserRound}>
              {isOwn ? t('withYou') : t('with', { name: clerk.name })}
            </Tag>
          )}
        </>
      }
    />
  );
}
