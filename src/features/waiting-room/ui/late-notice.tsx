'use client';

import { useTranslations } from 'next-intl';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useVisit } from './visit-context.ts';
import { toldDelayMinutes } from './waiting-words.ts';

type LateNoticeProps = {
  /** The agreed start, epoch milliseconds. */
  readonly startAt: number;
  readonly style: MomentStyle;
  /** Where another time is chosen; null for who has no say in it. */
  readonly moveHref: string | null;
};

/** Before the waiting room opens: that the counter runs late, since when one may count on it, and the choice to move. Live. */
export function LateNotice({ startAt, style, moveHref }: LateNoticeProps) {
  const { expected } = useVisit().view;
  const t = useTranslations('waitingRoom.late');
  const minutes = toldDelayMinutes(expected?.delayMinutes ?? 0);
  return (
    <div role="status">
      {minutes > 0 && (
        <div className="page-width mt-6">
          <Notice
            kind="warn"
            icon={iconClock4}
            heading="h2"
            title={t('title', { time: formatTime(startAt + minutes * 60_000, style) })}
            action={
              moveHref !== null && (
                <ButtonLink look="secondary" href={moveHref}>
                  {t('move')}
                </ButtonLink>
              )
            }
          >
            {t('text', { agreed: formatTime(startAt, style) })}
          </Notice>
        </div>
      )}
    </div>
  );
}
