'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ConversationId, ParticipantId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconCamera } from '#shared/ui/icons/camera.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { longestStillPurpose } from '../still-purpose.ts';
import { sendStillAsk } from './ask-server.ts';

/** Somebody inside, as far as a photo goes. */
export type StillPerson = {
  readonly participantId: ParticipantId;
  readonly role: 'citizen' | 'companion';
  readonly name: string;
  readonly still: 'asked' | 'declined' | null;
};

type Props = { readonly conversationId: ConversationId; readonly people: readonly StillPerson[] };

/** The clerk's way to ask the citizen for a photo, with of what it is to be. */
export function AskForStill({ conversationId, people }: Props) {
  const t = useTranslations('still.seat');
  const id = useId();
  const [purpose, setPurpose] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const citizen = people.find(({ role, still }) => role === 'citizen' && still === null);
  if (citizen === undefined) return null;
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || purpose.trim() === '') return;
    setBusy(true);
    const done = await sendStillAsk(conversationId, citizen.participantId, purpose);
    setFailed(!done);
    if (done) setPurpose('');
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void ask(event)} className="mt-5 grid justify-items-start gap-2">
      <h3 className="text-h3">{t('title')}</h3>
      <TextField
        id={id}
        name="purpose"
        className="w-full"
        label={t('purpose')}
        hint={t('purposeHint', { name: citizen.name })}
        maxLength={longestStillPurpose}
        value={purpose}
        onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
      />
      <Button type="submit" look="secondary" icon={iconCamera} busy={isBusy} busyText={t('busy')}>
        {t('ask', { name: citizen.name })}
      </Button>
      <div role="alert">{failed && <Notice kind="danger">{t('problem')}</Notice>}</div>
    </form>
  );
}

/** What came of the question for a photo. */
export function StillNotices({ conversationId, people }: Props) {
  const t = useTranslations('still.seat');
  const [isBusy, setBusy] = useState(false);
  const close = async (participantId: ParticipantId) => {
    if (isBusy) return;
    setBusy(true);
    await sendStillAsk(conversationId, participantId, null);
    setBusy(false);
  };
  return (
    <div role="status" className="contents">
      {people.map(
        ({ participantId, name, still }) =>
          still !== null && (
            <Notice
              key={participantId}
              kind="neutral"
              icon={iconCamera}
              title={t(`state.${still}`, { name })}
              action={
                <Button
                  look="secondary"
                  busy={isBusy}
                  busyText={t('busy')}
                  onClick={() => void close(participantId)}
                >
                  {t(`over.${still}`)}
                </Button>
              }
            />
          ),
      )}
    </div>
  );
}
