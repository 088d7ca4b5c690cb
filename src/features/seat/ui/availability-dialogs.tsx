'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { longestPauseWords } from '#journey/availability.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { AvailabilityChoice } from './use-availability.ts';

type Props = {
  readonly choice: AvailabilityChoice;
  /** Leaving the seat would leave the call. */
  readonly isSpeaking: boolean;
};

/** What has to be said before a seat pauses for another reason, or closes while people are still to be helped. */
export function AvailabilityDialogs({ choice, isSpeaking }: Props) {
  if (choice.asks === 'words') return <WordsDialog choice={choice} />;
  return choice.asks === 'closing' ? <ClosingDialog choice={choice} isSpeaking={isSpeaking} /> : null;
}

function WordsDialog({ choice }: Pick<Props, 'choice'>) {
  const t = useTranslations('availability.words');
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const words = typed.trim();
  return (
    <Dialog isOpen onOpenChange={choice.stopAsking} title={t('title')} closeText={t('close')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(words === '');
          if (words !== '') choice.set({ state: 'paused', reason: 'other', words });
        }}
      >
        <TextField
          name="pauseWords"
          label={t('label')}
          hint={t('hint')}
          error={isMissing ? t('missing') : undefined}
          maxLength={longestPauseWords}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="mt-4">
          <Button type="submit">{t('confirm')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function ClosingDialog({ choice, isSpeaking }: Props) {
  const t = useTranslations('availability.closing');
  const { waiting, planned, openColleagues } = choice.left;
  return (
    <Dialog
      isOpen
      onOpenChange={choice.stopAsking}
      role="alertdialog"
      title={t('title')}
      closeText={t('stay')}
      actions={
        <>
          <Button onClick={() => choice.set({ state: 'closed' })}>
            {openColleagues > 0 ? t('handOver') : t('anyway')}
          </Button>
          <ButtonLink look="secondary" href="/seat/absence" target={isSpeaking ? '_blank' : undefined}>
            {t('settle')}
          </ButtonLink>
          <Button look="secondary" onClick={choice.stopAsking}>
            {t('stay')}
          </Button>
        </>
      }
    >
      {waiting > 0 && <p>{t('waiting', { count: waiting })}</p>}
      {planned > 0 && <p>{t('planned', { count: planned })}</p>}
      <p className="mt-2">{t('colleagues', { count: openColleagues })}</p>
    </Dialog>
  );
}
