'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { failureCodes } from '#ports/failure-codes.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMail } from '#shared/ui/icons/mail.ts';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { iconRefreshCw } from '#shared/ui/icons/refresh-cw.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { Dossier, DossierMessage } from '../dossier.ts';
import { askAgain } from './contact-requests.ts';
import { Part } from './dossier-part.tsx';
import { useMomentStyle } from './seat-place.tsx';

/** What was sent to this person and what became of it, the newest first. */
export function Messages({ dossier, onChanged }: { dossier: Dossier; onChanged: () => void }) {
  const { messages, saidComingAt } = dossier;
  const t = useTranslations('seat.messages');
  const style = useMomentStyle();
  return (
    <Part title={t('title')}>
      {saidComingAt !== null && (
        <p className="mb-2">{t('comingAt', { moment: formatNearMoment(saidComingAt, style) })}</p>
      )}
      {messages.length === 0 ? (
        <p className="text-ink-2">{t('empty')}</p>
      ) : (
        <ol className="grid gap-2.5">
          {messages.map((message) => (
            <li key={message.id} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
              <Icon
                shape={message.channel === 'email' ? iconMail : iconMessageSquareText}
                size={18}
                className="mt-0.5 text-ink-2"
              />
              <Message message={message} onChanged={onChanged} />
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}

type MessageProps = { readonly message: DossierMessage; readonly onChanged: () => void };

function Message({ message, onChanged }: MessageProps) {
  const t = useTranslations('seat.messages');
  const style = useMomentStyle();
  const { kind, channel, sentTo, plannedAt, history } = message;
  const moment = formatNearMoment(plannedAt, style);
  return (
    <div className="min-w-0">
      <p>
        <b className="font-strong">
          {t('of', { kind: t(`kinds.${kind}`), channel: t(`channels.${channel}`) })}
        </b>{' '}
        {sentTo !== null && (
          <span className="text-small wrap-anywhere text-ink-2">{t('to', { address: sentTo })}</span>
        )}
      </p>
      {history.length === 0 ? (
        <p className="text-small text-ink-2">{t('plannedFor', { moment })}</p>
      ) : (
        <ul className="text-small text-ink-2">
          {history.map(({ at, what }) => (
            <li key={`${at} ${what}`} className={tones[what as keyof typeof tones]}>
              {formatNearMoment(at, style)}: {t(`history.${what}`)}
            </li>
          ))}
        </ul>
      )}
      {message.failure !== null && <Failure failure={message.failure} />}
      {message.again !== null && <Again message={message} again={message.again} onChanged={onChanged} />}
    </div>
  );
}

/** How bad it is, where it is. */
const tones = {
  failedForGood: 'text-danger',
  stopped: 'text-danger',
  failedTemporarily: 'text-warn',
} as const;

/** Why it does not arrive, and when it is tried again. */
function Failure({ failure: { code, nextAt } }: { failure: NonNullable<DossierMessage['failure']> }) {
  const t = useTranslations('failingMessages');
  const style = useMomentStyle();
  const why = failureCodes.find((each) => each === code) ?? 'unexpected';
  return (
    <p className={`text-small font-strong ${nextAt === null ? 'text-danger' : 'text-warn'}`}>
      {t(`codes.${why}`)} {nextAt !== null && t('nextAt', { moment: formatNearMoment(nextAt, style) })}
    </p>
  );
}

type AgainProps = MessageProps & { readonly again: NonNullable<DossierMessage['again']> };

/** Sends it once more, to the address as it is now; or says why that makes no sense. */
function Again({ message: { id, kind, channel, failure }, again, onChanged }: AgainProps) {
  const t = useTranslations('failingMessages');
  const seat = useTranslations('seat.messages');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<'gone' | 'senseless' | 'unexpected' | null>(null);
  if (again.notAgain !== null) {
    const reason = notAgainReasons.find((each) => each === again.notAgain);
    return reason && <p className="text-small text-ink-2">{t(`notAgain.${reason}`)}</p>;
  }
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    const answer = await askAgain(id);
    setBusy(false);
    if (!answer.ok) setRefused(refusals[answer.refusal.code as keyof typeof refusals] ?? 'unexpected');
    if (answer.ok || answer.refusal.code === 'notFailing') onChanged();
  };
  const what = seat('of', { kind: seat(`kinds.${kind}`), channel: seat(`channels.${channel}`) });
  return (
    <>
      <Button
        look="underlined"
        icon={iconRefreshCw}
        busy={busy}
        busyText={t('busy')}
        onClick={() => void send()}
      >
        {failure?.nextAt == null ? t('again') : t('now')}
        <span className="sr-only">, {what}</span>
      </Button>
      <div role="alert" className="empty:hidden">
        {refused !== null && (
          <Notice kind="warn">{refused === 'unexpected' ? seat('againFailed') : t(`done.${refused}`)}</Notice>
        )}
      </div>
    </>
  );
}

const refusals = { notFailing: 'gone', senseless: 'senseless' } as const;

const notAgainReasons = [
  ...(['appointmentCancelled', 'appointmentMoved', 'tooLate', 'offerSettled', 'notMissed'] as const),
  ...([
    'noLongerLate',
    'alreadyRead',
    'noAddress',
    'noNumber',
    'textsStopped',
    'remindersChanged',
    'noLongerWaits',
    'noLongerProposed',
  ] as const),
];
