'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { TurnTextProblem } from '../turn-text-problem.ts';
import { useVisit } from './visit-context.ts';

/** What came of the form last. */
export type TurnTextState = { readonly typed: string; readonly problem: TurnTextProblem | null };
export type TurnTextAction = (before: TurnTextState, form: FormData) => Promise<TurnTextState>;

/** Asks whether a text may be sent when it is nearly their turn, so that they may leave the page. With script and without. */
export function TurnText({ action }: { action: TurnTextAction }) {
  const { turnText } = useVisit().view;
  const [result, submit] = useActionState(action, { typed: '', problem: null });
  const box = useRef<HTMLDivElement>(null);
  const state = turnText?.state ?? null;
  const last = useRef(state);
  useEffect(() => {
    const isAnswer = state === 'asked' || (last.current === 'asked' && state === 'offered');
    if (last.current !== null && last.current !== state && isAnswer) box.current?.focus();
    last.current = state;
  }, [state]);
  if (turnText === null || state === 'near') return null;
  return (
    <div ref={box} tabIndex={-1} role="status" className="ring-none">
      {state === 'offered' && <Offer ending={turnText.phoneEnding} result={result} submit={submit} />}
      {state === 'asked' && <Asked ending={turnText.phoneEnding ?? ''} submit={submit} />}
      {state === 'told' && <Told />}
    </div>
  );
}

type Submit = (form: FormData) => void;

function Offer({ ending, result, submit }: { ending: string | null; result: TurnTextState; submit: Submit }) {
  const t = useTranslations('waitingRoom.turnText');
  return (
    <Card as="section" labelledBy="turn-text">
      <h2 id="turn-text" className="text-h3">
        {t('offer.title')}
      </h2>
      <p className="mt-2">
        {t('offer.text')} {ending !== null && t('offer.known', { ending })}
      </p>
      <form action={submit} noValidate className="mt-4 grid gap-4">
        <TextField
          key={result.typed}
          id="turn-text-phone"
          name="phone"
          type="tel"
          autoComplete="tel"
          width="half"
          label={ending === null ? t('offer.number') : t('offer.otherNumber')}
          hint={t('offer.hint')}
          error={result.problem === null ? undefined : t(`problems.${result.problem}`)}
          defaultValue={result.typed}
        />
        <Button type="submit" name="intent" value="ask" look="secondary" className="w-full sm:w-fit">
          {t('offer.ask')}
        </Button>
      </form>
    </Card>
  );
}

function Asked({ ending, submit }: { ending: string; submit: Submit }) {
  const t = useTranslations('waitingRoom.turnText.asked');
  return (
    <Notice kind="ok" icon={iconMessageSquare} heading="h2" title={t('title', { ending })}>
      {t('text')}
      <form action={submit} className="mt-2">
        <Button type="submit" name="intent" value="drop" look="underlined">
          {t('drop')}
        </Button>
      </form>
    </Notice>
  );
}

function Told() {
  const t = useTranslations('waitingRoom.turnText.told');
  return (
    <Notice kind="info" icon={iconMessageSquare} heading="h2" title={t('title')}>
      {t('text')}
    </Notice>
  );
}
