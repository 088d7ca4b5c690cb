'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { VisitRequest } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import type { Answer } from '../answer-request.ts';
import { longestReason } from '../longest-reason.ts';
import { sendAnswer } from './answer-address.ts';
import { RequestExplained, type Say } from './request-explained.tsx';

type RequestCardProps = {
  readonly reference: string;
  readonly request: VisitRequest;
  /** Who asks. */
  readonly name: string;
  /** How many more are asked after this one. */
  readonly after: number;
  readonly say: Say;
  /** The ways to do it, of its kind. */
  readonly ways: ReactNode;
};

/** One thing that the clerk asks, over or beside the picture: what, why, and the ways to do it or not. */
export function RequestCard({ reference, request, name, after, say, ways }: RequestCardProps) {
  const t = useTranslations('requests');
  const headingId = useId();
  const [isDeclining, setDeclining] = useState(false);
  const { busy, failed, answer } = useAnswer(reference, request);
  return (
    <section role="alert" aria-labelledby={headingId}>
      <p className="flex items-center gap-2 text-note text-ink-2">
        <span className="size-3.5 flex-none rounded-lamp border-2 border-ink bg-lamp" aria-hidden="true" />
        {t('asks', { name, after })}
      </p>
      <h2 id={headingId} className="mt-1.5 text-h3">
        {say(request.title)}
      </h2>
      {isDeclining ? (
        <Declining
          busy={busy}
          onDecline={(because) => answer({ what: 'decline', because })}
          onBack={() => setDeclining(false)}
        />
      ) : (
        <>
          <RequestExplained request={request} say={say} />
          {request.state === 'inProgress' && (
            <Notice kind="info" role="status" className="mt-3">
              {t('underWay')}
            </Notice>
          )}
          <div className="mt-4 grid gap-2.5">{ways}</div>
          <div className="mt-3 flex flex-wrap justify-between gap-x-6 gap-y-1">
            <Button
              look="underlined"
              busy={busy}
              busyText={t('busy')}
              onClick={() => answer({ what: 'postpone' })}
            >
              {t('later')}
            </Button>
            <Button look="underlined" onClick={() => setDeclining(true)}>
              {t('decline')}
            </Button>
          </div>
        </>
      )}
      <div role="alert">
        {failed && (
          <Notice kind="danger" className="mt-3">
            {t('notSent')}
          </Notice>
        )}
      </div>
    </section>
  );
}

type DecliningProps = {
  readonly busy: boolean;
  readonly onDecline: (because: string) => void;
  readonly onBack: () => void;
};

/** Whoever would rather not may say why, and need not. */
function Declining({ busy, onDecline, onBack }: DecliningProps) {
  const t = useTranslations('requests');
  const common = useTranslations('common');
  const [because, setBecause] = useState('');
  return (
    <div className="mt-3 grid gap-3">
      <TextArea
        name="because"
        label={t('because')}
        optional={common('optional')}
        rows={3}
        maxLength={longestReason}
        value={because}
        onChange={({ currentTarget }) => setBecause(currentTarget.value)}
      />
      <Button busy={busy} busyText={t('busy')} onClick={() => onDecline(because)}>
        {t('declineNow')}
      </Button>
      <Button look="underlined" onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  );
}

type PostponedProps = {
  readonly reference: string;
  readonly request: VisitRequest;
  readonly say: Say;
};

/** What was put aside stands ready, in one line. */
export function PostponedRequest({ reference, request, say }: PostponedProps) {
  const t = useTranslations('requests');
  const { busy, failed, answer } = useAnswer(reference, request);
  return (
    <Notice
      kind="neutral"
      title={t('aside', { title: say(request.title) })}
      action={
        <Button look="secondary" busy={busy} busyText={t('busy')} onClick={() => answer({ what: 'takeUp' })}>
          {t('takeUp')}
        </Button>
      }
    >
      {failed && t('notSent')}
    </Notice>
  );
}

/** One answer at a time. That the card is on the screen of somebody who looks is told as seen. */
function useAnswer(reference: string, { id, state, isPostponed }: VisitRequest) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const isNew = state === 'sent' && !isPostponed;
  useEffect(() => {
    if (!isNew) return;
    return whenSeen(() => void sendAnswer(reference, id, { what: 'open' }));
  }, [reference, id, isNew]);
  const answer = (said: Answer) => {
    if (busy) return;
    setBusy(true);
    void sendAnswer(reference, id, said).then((worked) => {
      setBusy(false);
      setFailed(!worked);
    });
  };
  return { busy, failed, answer };
}

function whenSeen(tell: () => void): () => void {
  const look = () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', look);
    tell();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => document.removeEventListener('visibilitychange', look);
}
