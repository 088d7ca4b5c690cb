'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import {
  iconCalendarPlus,
  iconClock4,
  iconMail,
  iconMapPin,
  iconMessageSquareText,
  iconPhone,
  iconPrinter,
  iconShieldCheck,
  iconVideo,
} from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { BookedWords } from '../staff-booking-form.ts';

/** What was booked, to read back; then the sheet to print, or the next appointment. */
export function BookedPanel({ booked, onNext }: { booked: BookedWords; onNext: () => void }) {
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
        <ButtonLink look="underlined" href="/seat">
          {t('seat')}
        </ButtonLink>
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
    { icon: iconClock4, term: t('when'), detail: when },
    {
      icon: address === null ? iconVideo : iconMapPin,
      term: t('where'),
      detail: [t(`channels.${channel}`), address].filter(Boolean).join(', '),
    },
    { icon: iconPhone, term: t('phone'), detail: phone },
    { icon: iconMail, term: t('email'), detail: email },
    { icon: iconShieldCheck, term: t('phrase'), detail: phraseWords.join(' ') },
    { icon: iconMessageSquareText, term: t('reference'), detail: booked.reference },
  ];
  return (
    <FactList
      look="rows"
      facts={facts.flatMap(({ detail, ...fact }) => (detail ? [{ ...fact, detail }] : []))}
    />
  );
}
