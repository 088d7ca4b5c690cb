'use client';

import { useTranslations } from 'next-intl';
import { findSensitiveKinds } from '#journey/sensitive-numbers.ts';
import { Notice } from '#shared/ui/notice.tsx';

/** Says before it is sent that a number in it will be made unreadable. */
export function SensitiveNotice({ text }: { readonly text: string }) {
  const t = useTranslations('seat.sensitive');
  const isFound = findSensitiveKinds(text).length > 0;
  return (
    <div role="status" className="empty:hidden">
      {isFound && (
        <Notice kind="warn" title={t('title')}>
          {t('text')}
        </Notice>
      )}
    </div>
  );
}
