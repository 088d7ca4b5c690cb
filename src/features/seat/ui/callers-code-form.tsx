'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { sendCallersCode } from './seat-requests.ts';

const problems = [
  'codeWrong',
  'unknown',
  'tooMany',
  'notFound',
  'alreadyInConversation',
  'unexpected',
] as const;

/** Who proved on the website who they are says six digits: they open the conversation with that. */
export function CallersCodeForm({ onOpened }: { readonly onOpened: () => void }) {
  const t = useTranslations('seat.caller.code');
  // Sent again after a lost answer, it is the same press.
  const pressed = useRef({ press: '', code: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<(typeof problems)[number] | null>(null);
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    if (pressed.current.code !== code || pressed.current.press === '')
      pressed.current = { press: crypto.randomUUID(), code };
    setBusy(true);
    const answer = await sendCallersCode(pressed.current);
    setBusy(false);
    if (answer.ok) return onOpened();
    setProblem(problems.find((known) => known === answer.refusal.code) ?? 'unexpected');
  };
  return (
    <form noValidate onSubmit={(event) => void open(event)} className="grid gap-2">
      <TextField
        name="code"
        label={t('label')}
        hint={t('hint')}
        error={problem === null ? undefined : t(`problems.${problem}`)}
        width="code"
        inputMode="numeric"
        maxLength={20}
        autoComplete="off"
      />
      <Button type="submit" look="secondary" busy={busy} busyText={t('busy')} className="w-fit">
        {t('open')}
      </Button>
    </form>
  );
}
