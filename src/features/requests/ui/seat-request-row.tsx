import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isOpen } from '#journey/requests.ts';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';
import { Tag, type TagTone } from '#shared/ui/tag.tsx';
import type { SeatRequest } from '../request-views.ts';
import type { Say } from './request-explained.tsx';
import { RequestTrack } from './request-track.tsx';

type SeatRequestRowProps = {
  readonly request: SeatRequest;
  readonly say: Say;
  readonly style: MomentStyle;
  readonly onWithdraw: () => void;
  /** Null where that has no sense. */
  readonly onAskAgain: (() => void) | null;
  /** What came of it. */
  readonly children: ReactNode;
};

const icons = { identify: iconIdCard, form: iconPenLine } as const;

const tones: Record<SeatRequest['state'], TagTone> = {
  draft: 'neutral',
  sent: 'info',
  opened: 'info',
  inProgress: 'info',
  fulfilled: 'ok',
  declined: 'warn',
  expired: 'neutral',
  withdrawn: 'neutral',
};

/** One request at the seat: how far it is while it is open, and what came of it. */
export function SeatRequestRow({
  request,
  say,
  style,
  onWithdraw,
  onAskAgain,
  children,
}: SeatRequestRowProps) {
  const t = useTranslations('seatRequests');
  const { kind, state, settledAt, companion, problem, isPostponed, declinedBecause } = request;
  const time = settledAt === null ? '' : formatTime(settledAt, style);
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex items-start gap-2.5">
        <Icon shape={icons[kind]} size={20} className="mt-0.5 text-brand" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <h4 className="font-bold wrap-anywhere">{say(request.title)}</h4>
            {isOpen(state) ? (
              <Button look="underlined" onClick={onWithdraw}>
                {t('withdraw')}
              </Button>
            ) : (
              <Tag tone={tones[state]}>{t(`states.${state}`, { time })}</Tag>
            )}
          </div>
          {companion && <p className="text-small text-ink-2">{t('of', { name: companion.name })}</p>}
          {isOpen(state) && <RequestTrack request={request} style={style} />}
          {isPostponed && <p className="mt-1 text-small">{t('postponed')}</p>}
          {problem && <p className="mt-1 text-small">{t('failedOnce')}</p>}
          {declinedBecause && <p className="mt-1 wrap-anywhere whitespace-pre-wrap">{declinedBecause}</p>}
          {children}
          {onAskAgain && (
            <p className="mt-1.5">
              <Button look="secondary" onClick={onAskAgain}>
                {t('again')}
              </Button>
            </p>
          )}
        </div>
      </div>
    </li>
  );
}
