'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { AppointmentId, StaffMemberId } from '#journey/ids.ts';
import type { SeatThread } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { iconShieldExclamationPoint } from '#shared/ui/icons/shield-exclamation-point.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconX } from '#shared/ui/icons/x.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import type { Thread } from '../threads.data.ts';
import { type Measure, ThreadAnswer } from './thread-answer.tsx';
import { ThreadLines } from './thread-lines.tsx';
import { sendClaim, sendClose } from './thread-requests.ts';
import { useRequest, useThread } from './use-thread.ts';

export type ThreadViewProps = {
  readonly thread: SeatThread;
  readonly clerkId: StaffMemberId;
  readonly measure: Measure;
  /** @returns whether it could be opened */
  readonly onOpenDossier: (appointmentId: AppointmentId) => Promise<boolean>;
  readonly onClose: () => void;
  /** It was closed for everybody, which can be taken back. */
  readonly onEnded: (thread: SeatThread) => void;
};

/** A conversation with somebody who wrote: that nobody knows who it is, what was written, and the answer. */
export function ThreadView({ thread, clerkId, measure, onOpenDossier, onClose, onEnded }: ThreadViewProps) {
  const t = useTranslations('correspondence.seat');
  const { thread: loaded, failed, retry } = useThread(thread.conversationId, thread.version);
  const { clerk, isStopped } = thread;
  const isElsewhere = clerk !== null && clerk.id !== clerkId;
  return (
    <div className="grid content-start gap-4 px-4 py-4 sm:px-6">
      <Head thread={thread} clerkId={clerkId} onClose={onClose} onEnded={onEnded} />
      <Notice kind="warn" icon={iconShieldExclamationPoint} title={t('unidentified')}>
        {t('unidentifiedText')}
      </Notice>
      {loaded?.about && <About about={loaded.about} onOpenDossier={onOpenDossier} />}
      {loaded !== null && <ThreadLines lines={loaded.lines} />}
      {loaded === null && !failed && <Skeleton label={t('loading')} />}
      {failed && (
        <Notice kind="danger" action={<Button onClick={retry}>{t('retry')}</Button>}>
          {t('failed')}
        </Notice>
      )}
      {isStopped ? (
        <Notice kind="danger" title={t('stopped')}>
          {t('stoppedText')}
        </Notice>
      ) : isElsewhere ? (
        <Notice kind="neutral" icon={iconUserRound} title={t('takenBy', { name: clerk.name })}>
          {t('takenByText')}
        </Notice>
      ) : (
        <ThreadAnswer
          key={thread.conversationId}
          thread={thread}
          about={loaded?.about ?? null}
          measure={measure}
        />
      )}
    </div>
  );
}

type HeadProps = Pick<ThreadViewProps, 'thread' | 'clerkId' | 'onClose' | 'onEnded'>;

function Head({ thread, clerkId, onClose, onEnded }: HeadProps) {
  const t = useTranslations('correspondence.seat');
  const { conversationId: id, means, address, clerk } = thread;
  const { busy, problem, run } = useRequest();
  const isMine = clerk?.id === clerkId;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it hears what it is, and goes on from there by keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation is a reason of its own.
  useEffect(() => heading.current?.focus(), [id]);
  const claim = () =>
    run('claim', () => sendClaim(id, { mine: !isMine, from: isMine ? null : (clerk?.id ?? null) }));
  const close = async () => {
    if (!(await run('close', () => sendClose(id)))) return;
    onEnded(thread);
    onClose();
  };
  return (
    <div className="grid gap-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="text-h1 wrap-anywhere">
            {address}
          </h2>
          <p className="mt-1 flex flex-wrap gap-2">
            <Tag tone="info" icon={iconMessageSquareText}>
              {t(`means.${means}`)}
            </Tag>
            {clerk !== null && (
              <Tag tone="neutral" icon={iconUserRound}>
                {isMine ? t('withYou') : t('with', { name: clerk.name })}
              </Tag>
            )}
          </p>
        </div>
        <IconButton icon={iconX} label={t('closeView')} onClick={onClose} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="secondary" busy={busy === 'claim'} busyText={t('claim')} onClick={() => void claim()}>
          {isMine ? t('release') : clerk === null ? t('claim') : t('takeOver')}
        </Button>
        {(clerk === null || isMine) && (
          <Button
            look="secondary"
            busy={busy === 'close'}
            busyText={t('closeThread')}
            onClick={() => void close()}
          >
            {t('closeThread')}
          </Button>
        )}
      </div>
      <div role="alert" className="empty:hidden">
        {problem !== null && (
          <Notice kind="warn">
            {problem.code === 'takenByColleague'
              ? t('takenBy', { name: problem.clerkName ?? '' })
              : t(problem.code === 'closed' ? 'closed' : 'problems.unexpected')}
          </Notice>
        )}
      </div>
    </div>
  );
}

function About({
  about,
  onOpenDossier,
}: Pick<ThreadViewProps, 'onOpenDossier'> & { about: NonNullable<Thread['about']> }) {
  const t = useTranslations('correspondence.seat');
  const [failed, setFailed] = useState(false);
  const open = async () => {
    setFailed(false);
    setFailed(!(await onOpenDossier(about.appointmentId)));
  };
  return (
    <>
      <Notice
        kind="info"
        title={t('about', { name: about.citizenName })}
        action={
          <Button look="secondary" onClick={() => void open()}>
            {t('openDossier')}
          </Button>
        }
      >
        {!about.isOwnAddress && t('otherAddress')}
      </Notice>
      <div role="alert" className="empty:hidden">
        {failed && <Notice kind="warn">{t('problems.unexpected')}</Notice>}
      </div>
    </>
  );
}
