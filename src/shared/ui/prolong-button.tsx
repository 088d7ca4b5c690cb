'use client';

import { useTranslations } from 'next-intl';
import { iconHourglass } from './icons/hourglass.ts';
import { SubmitButton } from './submit-button.tsx';

/** In a form around a time that is kept: asks to keep it longer, with script and without. */
export function ProlongButton({ children }: { children: string }) {
  const t = useTranslations('common');
  return (
    <SubmitButton name="intent" value="prolong" look="underlined" icon={iconHourglass} busyText={t('busy')}>
      {children}
    </SubmitButton>
  );
}
