'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ForwardId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { SeatForward } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { QueueHeading } from '#shared/ui/queue-heading.tsx';
import type { ForwardAct } from '../forward.ts';
import { sendForwardAct } from './forward-requests.ts';
import { useProblemWords } from './use-problem-words.ts';

type Props = {
  readonly forwarded: readonly SeatForward[];
  readonly say: (text: LocalizedText) => string;
};

/** Running conversations that are passed on to this seat: the note first, then yes or not now. */
export function ForwardedList({ forwarded, say }: Props) {
  const t = useTranslations('forwarding');
  const format = useFormatter();
  const words = useProblemWords();
  const [busyId, setBusyId] = useState<ForwardId | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (id: ForwardId, what: ForwardAct) => {
    if (busyId !== null) return;
    setBusyId(id);
    setProblem(await sendForwardAct(id, what));
    setBusyId(null);
  };
  return (
    <>
      {/* Told as it comes: whoever does not look at the list hears who asks. */}
      <p role="status" className="sr-only">
        {forwarded.map(({ kind, from }) => t(`from.${kind}`, { name: from })).join('. ')}
      </p>
      {forwarded.length > 0 && (
        <section aria-label={t('title')}>
          <QueueHeading title={t('title')} />
          <ul>
            {forwarded.map(({ id, kind, from, note, services, isPersonal }) => (
              <li key={id} className="grid gap-2 border-b border-line bg-surface px-4 py-3">
                <p className="font-strong">{t(`from.${kind}`, { name: from })}</p>
                <p className="rounded-md bg-brand-tint px-3 py-2 whitespace-pre-wrap wrap-anywhere">{note}</p>
                <p className="text-small text-ink-2">
                  {t('services', { services: format.list(services.map(say)) })}
                  {!isPersonal && `. ${t('toTeam')}`}
                </p>
                <p className="flex flex-wrap gap-2">
                  <Button busy={busyId === id} busyText={t('busy')} onClick={() => void act(id, 'accept')}>
                    {t(`accept.${kind}`)}
                  </Button>
                  {isPersonal && (
                    <Button look="secondary" onClick={() => void act(id, 'decline')}>
                      {t('decline')}
                    </Button>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div role="alert" className="px-4 not-empty:py-3">
        {problem && <Notice kind="warn">{words(problem)}</Notice>}
      </div>
    </>
  );
}
