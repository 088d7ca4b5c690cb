'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SeatThread } from '#journey/live-views.ts';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconX } from '#shared/ui/icons/x.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { UndoBar } from '#shared/ui/undo-bar.tsx';
import { sendReopen } from './thread-requests.ts';

type Props = {
  /** What was closed last; null for nothing. */
  readonly thread: SeatThread | null;
  /** There is nothing more to say of it. */
  readonly onDone: () => void;
};

const knownProblems = ['begunAnew', 'closed', 'takenByColleague'] as const;
type Problem = (typeof knownProblems)[number] | 'unexpected';

/** That a conversation was closed, with the button that takes it back; over the seat, wherever it is. */
export function EndedThread({ thread, onDone }: Props) {
  const t = useTranslations('correspondence.seat');
  const [problem, setProblem] = useState<Problem | null>(null);
  const undo = async (ended: SeatThread) => {
    onDone();
    const answer = await sendReopen(ended.conversationId);
    if (!answer.ok) setProblem(knownProblems.find((code) => code === answer.refusal.code) ?? 'unexpected');
  };
  return (
    <div
      data-density="seat"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-menu mx-auto grid w-full max-w-[32rem] px-4 *:pointer-events-auto print:hidden"
    >
      {thread !== null && (
        <UndoBar
          key={thread.conversationId}
          text={t('ended', { address: thread.address })}
          undoText={t('undo')}
          onUndo={() => void undo(thread)}
          onEnd={onDone}
        />
      )}
      <div role="alert" className="empty:hidden">
        {problem !== null && thread === null && (
          <Notice
            kind="warn"
            action={<IconButton icon={iconX} label={t('closeView')} onClick={() => setProblem(null)} />}
          >
            {t(`undoProblems.${problem}`)}
          </Notice>
        )}
      </div>
    </div>
  );
}
