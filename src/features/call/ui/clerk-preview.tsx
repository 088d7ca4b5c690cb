'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { iconVideo } from '#shared/ui/icons/video.ts';
import type { CallSession, CallSnapshot } from './call-session.ts';
import { OwnTile } from './call-tiles.tsx';
import { ProblemCard, problemIn } from './device-cards.tsx';

type PreviewProps = {
  session: CallSession;
  snapshot: CallSnapshot;
  mustAsk: boolean;
  name: string;
  clerkName: string;
};

/** How the clerk will be seen, before anybody sees it. */
export function Preview({ session, snapshot, mustAsk, name, clerkName }: PreviewProps) {
  const t = useTranslations('call.preview');
  const problem = problemIn(snapshot);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const key = problem && `${problem.device} ${problem.problem}`;
  if (problem !== null && key !== dismissed) {
    return <ProblemCard {...problem} session={session} name={name} onDismiss={() => setDismissed(key)} />;
  }
  const isReady = snapshot.call.rights === 'readyHidden';
  return (
    <section className="flex items-center gap-3 rounded-md bg-surface p-3">
      <div className="h-18 w-28 flex-none">
        <OwnTile snapshot={snapshot} ownName={clerkName} />
      </div>
      <div className="min-w-0">
        <h3 className="text-h3">{isReady && !mustAsk ? t('title') : t('connecting')}</h3>
        <p className="text-small text-ink-2">{mustAsk ? t('ask') : t('unseen', { name })}</p>
        {mustAsk && (
          <Button
            className="mt-2"
            icon={iconVideo}
            onClick={() => void session.own.openDevices({ camera: true, microphone: true })}
          >
            {t('action')}
          </Button>
        )}
      </div>
    </section>
  );
}
