'use client';

import { useTranslations } from 'next-intl';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useVisit } from './visit-context.ts';

/** Why one waits again after having been called, in the clerk's word. */
export function SentBack() {
  const { sentBack, inWriting } = useVisit().view;
  const t = useTranslations('waitingRoom.sentBack');
  return (
    <div role="status">
      {sentBack !== null && (
        <div className="page-width mt-6">
          <Notice kind="info" icon={iconHourglass} heading="h2" title={t(`reasons.${sentBack.reason}`)}>
            {sentBack.remark !== null && (
              <p className="mb-2 whitespace-pre-wrap wrap-anywhere">
                {t('said', { words: sentBack.remark })}
              </p>
            )}
            {t(sentBack.isFirst ? 'first' : 'behind', { writes: String(inWriting) })}
          </Notice>
        </div>
      )}
    </div>
  );
}
