'use client';

import { useTranslations } from 'next-intl';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMail, iconMessageSquareText } from '#shared/ui/icon-shapes.ts';
import type { Dossier, DossierMessage } from '../dossier.ts';
import { Part } from './dossier-part.tsx';
import { useMomentStyle } from './seat-place.tsx';

/** What was sent to this person and what became of it, the newest first. */
export function Messages({ dossier: { messages, saidComingAt } }: { dossier: Dossier }) {
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
              <Message message={message} />
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}

function Message({ message }: { message: DossierMessage }) {
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
            <li key={`${at} ${what}`}>
              {formatNearMoment(at, style)}: {t(`history.${what}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
