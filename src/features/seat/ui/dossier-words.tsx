'use client';

import { useTranslations } from 'next-intl';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import type { Dossier } from '../dossier.ts';
import { Part } from './dossier-part.tsx';
import { useMomentStyle } from './seat-place.tsx';

/** What was said to this person while they wait, by whom, and whether they read it. */
export function SaidWords({ words }: Pick<Dossier, 'words'>) {
  const t = useTranslations('seat.say');
  const style = useMomentStyle();
  if (words.length === 0) return null;
  return (
    <Part title={t('history')}>
      <ol className="grid gap-2.5">
        {words.map(({ id, word, text, by, at, readAt }) => (
          <li key={id}>
            {word !== null && <p>{t(`words.${word}`)}</p>}
            {text !== null && <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>}
            <p className="text-small text-ink-2">
              {t('said', { moment: formatNearMoment(at, style), name: by })}{' '}
              {readAt === null ? t('unread') : t('readAt', { moment: formatNearMoment(readAt, style) })}
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}
