'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconPrinter } from '#shared/ui/icons/printer.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { BookedWords } from '../staff-booking-form.ts';

/** A page to go on to. */
export type WayOn = { readonly href: string; readonly text: string };

type BookedPanelProps = {
  readonly booked: BookedWords;
  readonly onNext: () => void;
  /** Where the reader's own work is; null when that is nowhere. */
  readonly home: WayOn | null;
};

/** What was booked, to read back; then the sheet to print, or the next appointment. */
export function BookedPanel({ booked, onNext, home }: BookedPanelProps) {
  const t = useTranslations('staffBooking.booked');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="booked" className="mt-4 grid max-w-text gap-4 rounded-lg bg-surface p-5">
      <h2 id="booked" ref={heading} tabIndex={-1} className="ring-none text-h1">
        {t('title', { name: booked.citizenName })}
      </h2>
      <BookedFacts booked={booked} />
      {booked.hasSheet ? (
        <Notice kind="warn" icon={iconPrinter} title={t('sheetTitle')}>
          {t('sheetText')}
        </Notice>
      ) : (
        <p className="text-ink-2">{t('told')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {booked.hasSheet && (
          <ButtonLink href={`/seat/sheet/${booked.reference}`} target="_blank" icon={iconPrinter}>
            {t('print')}
          </ButtonLink>
        )}
        <Button look={booked.hasSheet ? 'secondary' : 'primary'} icon={iconCalendarPlus} onClick={onNext}>
          {t('next')}
        </Button>
        {home && (
          <ButtonLink look="underlined" href={home.href}>
            {home.text}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

function BookedFacts({ booked }: { booked: BookedWords }) {
  const t = useTranslations('staffBooking.booked');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const { startAt, channel, address, email, phone, phraseWords } = booked;
  const when = capitalise(formatMoment(startAt, style), style.language);
  const facts = [
    { term: t('when'), detail: when },
    { term: t('where'), detail: [t(`channels.${channel}`), address].filter(Boolean).join(', ') },
    { term: t('phone'), detail: phone },
    { term: t('email'), detail: email },
    { term: t('phrase'), detail: phraseWords.join(' ') },
    { term: t('reference'), detail: booked.reference },
  ];
  return (
    <dl className="grid gap-x-5 gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {facts.map(
        ({ term, detail }) =>
          detail && (
            <div key={term} className="sm:contents">
              <dt className="text-ink-2">{term}</dt>
              <dd className="font-semibold wrap-anywhere">{detail}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
