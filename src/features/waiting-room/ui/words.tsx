'use client';

import { useTranslations } from 'next-intl';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useVisit } from './visit-context.ts';

type Props = { action: () => Promise<void>; style: MomentStyle };

/** What the counter said to those who wait: announced when it comes, and there until it was read. With script and without. */
export function Words({ action, style }: Props) {
  const { words } = useVisit().view;
  const t = useTranslations('waitingRoom.words');
  return (
    <div role="status">
      {words.length > 0 && (
        <div className="page-width mt-6">
          <Notice
            kind="info"
            icon={iconMessageSquareText}
            heading="h2"
            title={t('title', { count: words.length })}
          >
            <ul className="grid gap-3">
              {words.map(({ id, word, text, at }) => (
                <li key={id}>
                  {word !== null && <p className="text-lead">{t(`ready.${word}`)}</p>}
                  {text !== null && <p className="text-lead whitespace-pre-wrap wrap-anywhere">{text}</p>}
                  <p className="text-small text-ink-2">{formatTime(at, style)}</p>
                </li>
              ))}
            </ul>
            <form action={action} className="mt-3">
              <Button type="submit" look="secondary">
                {t('read')}
              </Button>
            </form>
          </Notice>
        </div>
      )}
    </div>
  );
}
