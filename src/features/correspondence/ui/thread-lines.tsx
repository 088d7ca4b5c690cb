'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { linkMark } from '#journey/text-lines.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { classNames } from '#shared/ui/class-names.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconShieldExclamationPoint } from '#shared/ui/icons/shield-exclamation-point.ts';
import type { ThreadLine } from '../threads.data.ts';

/** What was written, the oldest first: theirs on the left, ours on the right. */
export function ThreadLines({ lines }: { lines: readonly ThreadLine[] }) {
  const t = useTranslations('correspondence.seat');
  return (
    <ol aria-label={t('lines')} aria-live="polite" className="grid gap-3">
      {lines.map((line) => (
        <Line key={line.number} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { line: ThreadLine }) {
  const t = useTranslations('correspondence.seat');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const { author, clerkName, text, at, isMasked, refusedFiles, state } = line;
  const isTheirs = author === 'citizen';
  const who = author === 'clerk' ? (clerkName ?? '') : t(author);
  return (
    <li className={classNames('max-w-[36rem]', isTheirs ? 'mr-8' : 'ml-8 justify-self-end')}>
      <p className="text-small text-ink-2">
        {who}, {formatNearMoment(at, style)}
      </p>
      {text !== '' && (
        <p
          className={classNames(
            'mt-1 rounded-md border px-3 py-2 wrap-anywhere whitespace-pre-line',
            isTheirs ? 'border-line bg-surface' : 'border-line bg-brand-tint',
          )}
        >
          {text.replace(linkMark, t('link'))}
        </p>
      )}
      {isMasked && (
        <p className="mt-1 flex items-start gap-1.5 text-small text-warn">
          <Icon shape={iconShieldExclamationPoint} size={16} />
          {t('masked')}
        </p>
      )}
      {refusedFiles > 0 && (
        <p className="mt-1 text-small text-warn">{t('refusedFiles', { count: refusedFiles })}</p>
      )}
      {state !== null && (
        <p
          className={classNames('mt-1 text-small', state === 'failedForGood' ? 'text-danger' : 'text-ink-2')}
        >
          {t(`states.${state}`)}
        </p>
      )}
    </li>
  );
}
