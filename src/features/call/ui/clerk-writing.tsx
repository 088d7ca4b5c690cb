'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import { ControlBar, ControlButton } from '#shared/ui/control-bar.tsx';
import { iconEllipsis } from '#shared/ui/icons/ellipsis.ts';
import { iconFlag } from '#shared/ui/icons/flag.ts';
import { iconLogOut } from '#shared/ui/icons/log-out.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { sendChannel } from './ask-server.ts';
import { ConductNotices, ConductPart, type ConductPerson } from './conduct-menu.tsx';

type Props = {
  readonly conversationId: ConversationId;
  /** False for who was asked to join a colleague's. */
  readonly isOwn: boolean;
  readonly people: readonly ConductPerson[];
  /** What is written, and where to write. */
  readonly written: ReactNode;
  readonly onFinish: () => void;
};

/** The conversation in writing at the seat: what is written stands where the picture would, and one click raises it to video. */
export function ClerkWritingStage({ conversationId, isOwn, people, written, onFinish }: Props) {
  const t = useTranslations('call');
  const [isMoreOpen, setMoreOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const raise = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailed(!(await sendChannel(conversationId, 'video')));
    setBusy(false);
  };
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto rounded-md bg-surface px-4 py-3">
        {written}
      </div>
      {isOwn && <ConductNotices conversationId={conversationId} people={people} />}
      {isOwn && isMoreOpen && (
        <div className="rounded-md bg-surface px-4 pb-4">
          <ConductPart conversationId={conversationId} people={people} inWriting />
        </div>
      )}
      <div role="alert" className="empty:hidden">
        {failed && <Notice kind="danger">{t('phone.problem')}</Notice>}
      </div>
      <ControlBar label={t('controls.label')} look="seat">
        {isOwn && (
          <>
            <ControlButton
              icon={iconVideo}
              word={t('writing.raise')}
              aria-busy={isBusy}
              onClick={() => void raise()}
            />
            <ControlButton
              icon={iconEllipsis}
              word={t('controls.more')}
              aria-expanded={isMoreOpen}
              onClick={() => setMoreOpen(!isMoreOpen)}
            />
          </>
        )}
        <ControlButton
          ends
          icon={isOwn ? iconFlag : iconLogOut}
          word={t(isOwn ? 'controls.finish' : 'controls.stop')}
          onClick={onFinish}
        />
      </ControlBar>
    </div>
  );
}
