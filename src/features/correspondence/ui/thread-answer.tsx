'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { SeatThread } from '#journey/live-views.ts';
import { findSensitiveKinds, maskSensitiveNumbers } from '#journey/sensitive-numbers.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconSend } from '#shared/ui/icons/send.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import type { Thread } from '../threads.data.ts';
import { sendAnswer } from './thread-requests.ts';
import { useRequest } from './use-thread.ts';

/** How a text travels as SMS. */
export type Measure = (text: string) => {
  readonly signs: number;
  readonly parts: number;
  readonly encoding: string;
};

type Props = {
  readonly thread: SeatThread;
  readonly about: Thread['about'];
  readonly measure: Measure;
};

const knownProblems = ['windowClosed', 'empty'] as const;

/** The field in which a clerk answers, and the button for the secure link. */
export function ThreadAnswer({ thread, about, measure }: Props) {
  const t = useTranslations('correspondence.seat');
  const id = useId();
  const [text, setText] = useState('');
  const { busy, problem, run } = useRequest();
  const send = async (withLink: boolean) => {
    if (await run(withLink ? 'link' : 'text', () => sendAnswer(thread.conversationId, { text, withLink })))
      setText('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  const code = knownProblems.find((known) => known === problem?.code) ?? 'unexpected';
  const size = measure(maskSensitiveNumbers(text).text);
  return (
    <form onSubmit={onSubmit} className="grid gap-2.5 border-t border-line pt-4">
      <TextArea
        id={id}
        name="answer"
        label={t('answer')}
        hint={t('answerHint')}
        rows={4}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {thread.means === 'sms' && text !== '' && (
        <p className="text-small text-ink-2">{t('size', { ...size })}</p>
      )}
      <SensitiveNumbers text={text} />
      <div role="alert" className="empty:hidden">
        {problem !== null && (
          <Notice kind="warn">
            {problem.code === 'takenByColleague'
              ? t('takenBy', { name: problem.clerkName ?? '' })
              : t(`problems.${code}`)}
          </Notice>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" icon={iconSend} busy={busy === 'text'} busyText={t('sending')}>
          {t('send')}
        </Button>
        <Button
          look="secondary"
          icon={iconShieldCheck}
          busy={busy === 'link'}
          busyText={t('sending')}
          onClick={() => void send(true)}
        >
          {t('sendLink')}
        </Button>
      </div>
      <p className="text-small text-ink-2">
        {about?.isOwnAddress ? t('linkOfAppointment', { name: about.citizenName }) : t('linkToBooking')}
      </p>
    </form>
  );
}

/** Says while it is typed what will leave unreadable. */
function SensitiveNumbers({ text }: { text: string }) {
  const t = useTranslations('correspondence.seat');
  const common = useTranslations('common');
  const format = useFormatter();
  const kinds = findSensitiveKinds(text);
  return (
    <div role="status" className="empty:hidden">
      {kinds.length > 0 && (
        <Notice kind="warn">
          {t('sensitive', { numbers: format.list(kinds.map((kind) => common(`sensitive.${kind}`))) })}
        </Notice>
      )}
    </div>
  );
}
