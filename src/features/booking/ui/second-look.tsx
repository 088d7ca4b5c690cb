import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { BookingState } from '../booking-state.ts';

/** Below the address: the one that was probably meant, to take or to leave. */
export function MeantAddress({ state: { look, typed } }: { state: BookingState }) {
  const t = useTranslations('booking.look');
  const common = useTranslations('common');
  if (look.meantEmail === null) return null;
  return (
    <Notice kind="warn" title={t('meant', { address: look.meantEmail })}>
      <span className="mt-1 flex flex-wrap gap-2">
        {/* First: what the Enter key of any field sends takes nothing instead of what was typed. */}
        <SubmitButton name="intent" value="check" look="secondary" busyText={common('busy')}>
          {t('asTyped', { address: typed.email.trim() })}
        </SubmitButton>
        <SubmitButton name="intent" value="meant" look="secondary" busyText={common('busy')}>
          {t('take', { address: look.meantEmail })}
        </SubmitButton>
      </span>
    </Notice>
  );
}

/** Below what is asked or remarked: which sensitive numbers stand in it, and what is done with them. */
export function SensitiveNumbers({ state: { look } }: { state: BookingState }): ReactNode {
  const t = useTranslations('booking.look');
  const numbers = useKinds(look.sensitive);
  return look.sensitive.length > 0 && <Notice kind="warn">{t('sensitive', { numbers })}</Notice>;
}

function useKinds(kinds: BookingState['look']['sensitive']): string {
  const common = useTranslations('common');
  const format = useFormatter();
  return format.list(kinds.map((kind) => common(`sensitive.${kind}`)));
}

/** All that is to be looked at once more, by field, for the list above the form. */
export function useLookProblems({ look }: Pick<BookingState, 'look'>) {
  const t = useTranslations('booking.look');
  const numbers = useKinds(look.sensitive);
  return [
    ...(look.meantEmail === null
      ? []
      : [{ fieldId: 'email', message: t('meant', { address: look.meantEmail }) }]),
    ...(look.sensitive.length === 0
      ? []
      : [{ fieldId: 'remark', message: t('sensitiveShort', { numbers }) }]),
  ];
}
