import { useTranslations } from 'next-intl';
import type { SentLink } from '../companion-link.ts';

/** How far a link came that was sent; what did not arrive stands out, with what to do. */
export function SentState({ sent }: { sent: SentLink | null }) {
  const t = useTranslations('companions.send');
  if (sent === null) return null;
  const { channel, state } = sent;
  return (
    <span className={state === 'failed' ? 'block font-strong text-danger' : 'block text-small text-ink-2'}>
      {t(`states.${state}`, { channel })}
    </span>
  );
}
