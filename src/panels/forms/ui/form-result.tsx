import { useTranslations } from 'next-intl';

type FormResultProps = {
  readonly requestId: string;
  readonly isSent: boolean;
  /** `2/4`: at the second step of four; null before the first was saved. */
  readonly progress: string | null;
};

/** How far somebody is with a form, and what they sent, for the clerk. */
export function FormResult({ requestId, isSent, progress }: FormResultProps) {
  const t = useTranslations('formWays');
  if (isSent)
    return (
      <p className="mt-1">
        <a href={`/seat/forms/${requestId}`} target="_blank" rel="noopener">
          {t('read')}
        </a>
      </p>
    );
  const [, number, total] = /^(\d+)\/(\d+)$/.exec(progress ?? '') ?? [];
  return number !== undefined && total !== undefined ? (
    <p className="mt-1 text-small">{t('progress', { number, total })}</p>
  ) : null;
}
