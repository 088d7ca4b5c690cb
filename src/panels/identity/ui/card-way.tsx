'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { askCard, type CardProblem } from './ask-card.ts';

type CardWayProps = {
  readonly challenge: string;
  readonly state: string;
  /** Where the answer goes, and where who stops goes. */
  readonly answerAction: string;
  readonly back: string;
};

/** A card in a reader signs by an extension of the browser; what it gives is sent as a form, and judged by the server. */
export function CardWay({ challenge, state, answerAction, back }: CardWayProps) {
  const t = useTranslations('provingCard');
  const language = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const answer = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CardProblem | null>(null);
  const read = async () => {
    setBusy(true);
    setProblem(null);
    const given = await askCard(challenge, language);
    if (given.ok && answer.current !== null) {
      answer.current.value = given.token;
      form.current?.submit();
      return;
    }
    setBusy(false);
    setProblem(given.ok ? 'failed' : given.problem);
  };
  return (
    <div className="grid gap-6">
      <ol className="grid list-decimal gap-1.5 pl-5">
        {(['reader', 'press', 'pin'] as const).map((each) => (
          <li key={each}>{t(`steps.${each}`)}</li>
        ))}
      </ol>
      <noscript>
        <Notice kind="warn">{t('withoutScript')}</Notice>
      </noscript>
      <div role="alert" className="grid gap-4 empty:hidden">
        {problem !== null && (
          <Notice kind="warn">
            {t(`problems.${problem}`)}
            {(problem === 'noExtension' || problem === 'noProgram') && (
              <>
                {' '}
                <a href="https://web-eid.eu" target="_blank" rel="noreferrer">
                  {t('install')}
                </a>
              </>
            )}
          </Notice>
        )}
      </div>
      <form ref={form} method="post" action={answerAction}>
        <input type="hidden" name="state" value={state} />
        <input ref={answer} type="hidden" name="answer" defaultValue="" />
        <Button icon={iconIdCard} busy={busy} busyText={t('busy')} onClick={() => void read()}>
          {t('read')}
        </Button>
      </form>
      <p>
        <a href={back} className="inline-flex min-h-11 items-center">
          {t('stop')}
        </a>
      </p>
    </div>
  );
}
