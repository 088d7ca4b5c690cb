'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { SentForward as Sent } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { AskColleague } from './ask-colleague.tsx';
import { sendForwardAct } from './forward-requests.ts';
import { useProblemWords } from './use-problem-words.ts';

type Props = {
  readonly conversationId: ConversationId;
  /** False for who was asked to join. */
  readonly isOwn: boolean;
  readonly forward: Sent | null;
  readonly say: (text: LocalizedText) => string;
  /** Asks the back office instead of somebody who is there now. @param note what was typed already */
  readonly onAskLater: (note: string) => void;
};

/** Under the picture: the way to ask a colleague, and what came of it; for who joined, the way out. */
export function ForwardPart({ conversationId, isOwn, forward, say, onAskLater }: Props) {
  const t = useTranslations('forwarding');
  const words = useProblemWords();
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (what: 'withdraw' | 'leave') => {
    if (busy || forward === null) return;
    setBusy(true);
    setProblem(await sendForwardAct(forward.id, what));
    setBusy(false);
  };
  const who = forward && (forward.clerkName ?? say(forward.teamName));
  const isPending = forward?.state === 'open' || forward?.state === 'taken';
  return (
    <div className="contents">
      <div role="status" className="grid basis-full gap-2 empty:hidden">
        {!isOwn && forward && (
          <Notice
            kind="info"
            icon={iconUsersRound}
            title={t('helper.title')}
            action={
              <Button look="secondary" busy={busy} busyText={t('busy')} onClick={() => void act('leave')}>
                {t('helper.leave')}
              </Button>
            }
          >
            {t('helper.text')}
          </Notice>
        )}
        {isOwn && forward && who && (
          <Notice
            kind={forward.state === 'declined' ? 'warn' : 'info'}
            icon={iconUsersRound}
            title={
              forward.state === 'open'
                ? t(`sent.open.${forward.kind}`, { who })
                : t(`sent.${forward.state}`, { who })
            }
            action={
              isPending && (
                <Button
                  look="secondary"
                  busy={busy}
                  busyText={t('busy')}
                  onClick={() => void act('withdraw')}
                >
                  {forward.state === 'open' ? t('sent.withdraw') : t('sent.letGo', { who })}
                </Button>
              )
            }
          >
            {forward.state === 'open' && t('sent.openText')}
          </Notice>
        )}
      </div>
      {isOwn && !isPending && (
        <Button look="secondary" icon={iconUsersRound} onClick={() => setAsking(true)}>
          {t('ask.open')}
        </Button>
      )}
      <div role="alert">{problem && <Notice kind="warn">{words(problem)}</Notice>}</div>
      {isAsking && (
        <AskColleague
          conversationId={conversationId}
          onAskLater={(note) => {
            setAsking(false);
            onAskLater(note);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
