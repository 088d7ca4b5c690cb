'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ChatLine } from '#journey/chat.ts';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { classNames } from '#shared/ui/class-names.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconShieldExclamationPoint } from '#shared/ui/icons/shield-exclamation-point.ts';
import type { ChatSnapshot } from './chat-session.ts';
import type { UnsentLine } from './chat-store.ts';

/** What was written, the oldest first: theirs on the left, one's own on the right, and below it what did not go yet. */
export function ChatLines({ lines, unsent }: Pick<ChatSnapshot, 'lines' | 'unsent'>) {
  const t = useTranslations('chat');
  const box = useRef<HTMLDivElement>(null);
  const last = lines.at(-1)?.number ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest line is to be seen whenever there is one
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [last, unsent.length]);
  if (lines.length === 0 && unsent.length === 0) return <p className="text-small text-ink-2">{t('empty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section ref={box} tabIndex={0} aria-label={t('lines')} className="ring-inside min-h-0 overflow-y-auto">
      <ol className="grid gap-2.5">
        {lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
        {unsent.map((line) => (
          <OwnLine key={line.key} line={line} />
        ))}
      </ol>
    </section>
  );
}

const bubble = 'w-fit max-w-full rounded-md px-3 py-2 wrap-anywhere whitespace-pre-line';

function Line({ line }: { line: ChatLine }) {
  const t = useTranslations('chat');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const isOwn = line.author === 'self';
  const time = formatTime(line.at, style);
  return (
    <li className={classNames('grid', isOwn ? 'ml-8 justify-items-end' : 'mr-8 justify-items-start')}>
      {/* Text only: what looks like a link stays what was typed. */}
      <p dir="auto" className={classNames(bubble, isOwn ? 'bg-brand-tint' : 'bg-ground')}>
        {line.text}
      </p>
      {line.isMasked && (
        <p className="mt-0.5 flex items-start gap-1.5 text-small text-warn">
          <Icon shape={iconShieldExclamationPoint} size={16} />
          {t('masked')}
        </p>
      )}
      <p className="mt-0.5 text-small text-ink-2">
        {isOwn ? t('sent', { time }) : t('written', { name: line.name, time })}
      </p>
    </li>
  );
}

function OwnLine({ line }: { line: UnsentLine }) {
  const t = useTranslations('chat');
  return (
    <li className="ml-8 grid justify-items-end">
      <p dir="auto" className={classNames(bubble, 'border border-edge border-dashed')}>
        {line.text}
      </p>
      <p className="mt-0.5 flex items-center gap-1.5 text-small text-ink-2">
        <Icon shape={iconClock4} size={16} />
        {t(line.isTaken ? 'taken' : 'unsent')}
      </p>
    </li>
  );
}
