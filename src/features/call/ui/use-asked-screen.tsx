'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { iconMonitorUp } from '#shared/ui/icons/monitor-up.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { sendScreenAnswer } from './ask-server.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { canShareScreen } from './own-show.ts';

type Asked = {
  readonly reference: string;
  readonly session: CallSession | null;
  readonly snapshot: CallSnapshot | null;
  /** Whether the clerk asks for a screen. */
  readonly asks: boolean;
  readonly name: string;
};

/**
 * The clerk's question to see the visitor's screen, as a card; null while there is none. Says to the clerk that this browser cannot, and
 * that a screen is no longer shared, whoever ended it.
 */
export function useAskedScreen(asked: Asked): ReactNode {
  const { reference, session, snapshot, asks, name } = asked;
  const [isUnable, setUnable] = useState(false);
  const isSharing = snapshot?.own.showing?.kind === 'screen';
  const wasSharing = useRef(false);

  useEffect(() => {
    if (wasSharing.current && !isSharing && asks) void sendScreenAnswer(reference, 'ended');
    wasSharing.current = isSharing;
  }, [isSharing, asks, reference]);

  useEffect(() => {
    if (!asks || canShareScreen()) return;
    setUnable(true);
    void sendScreenAnswer(reference, 'unable');
  }, [asks, reference]);

  if (isUnable) return <UnableCard name={name} onClose={() => setUnable(false)} />;
  if (!asks || isSharing || session === null) return null;
  const unable = () => {
    setUnable(true);
    return sendScreenAnswer(reference, 'unable');
  };
  return <QuestionCard session={session} name={name} reference={reference} onUnable={unable} />;
}

type QuestionCardProps = {
  session: CallSession;
  name: string;
  reference: string;
  onUnable: () => Promise<unknown>;
};

function QuestionCard({ session, name, reference, onUnable }: QuestionCardProps) {
  const t = useTranslations('call.screen.question');
  const [isDeclining, setDeclining] = useState(false);
  const share = async () => {
    if ((await session.own.shareScreen()) === 'failed') await onUnable();
  };
  const decline = async () => {
    setDeclining(true);
    await sendScreenAnswer(reference, 'declined');
    setDeclining(false);
  };
  return (
    <section role="alert">
      <h2 className="text-h3">{t('title', { name })}</h2>
      <p className="mt-1.5">{t('text', { name })}</p>
      <div className="mt-4 grid gap-2.5">
        <Button icon={iconMonitorUp} onClick={() => void share()}>
          {t('choose')}
        </Button>
        <Button look="secondary" busy={isDeclining} busyText={t('busy')} onClick={() => void decline()}>
          {t('decline')}
        </Button>
      </div>
    </section>
  );
}

function UnableCard({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations('call.screen.unable');
  return (
    <Notice
      kind="warn"
      role="alert"
      icon={iconMonitorUp}
      title={t('title', { name })}
      action={
        <Button look="secondary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      {t('text', { name })}
    </Notice>
  );
}
