'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { type DoneLine, DoneLines } from './done-lines.tsx';

export type AbsenceOutcome =
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'done';
      readonly lines: readonly DoneLine[];
      /** Still at the seat. */
      readonly left: readonly {
        readonly id: string;
        readonly citizenName: string;
        readonly startAt: number;
      }[];
      readonly changedMeanwhile: number;
      /** Where to look again at what is left. */
      readonly againHref: string;
    };

type Done = Extract<AbsenceOutcome, { kind: 'done' }>;

/** Who has which time now, and who has to be told by a person. */
export function AbsenceDone({ outcome, seatName }: { outcome: Done; seatName: string }) {
  const t = useTranslations('absence.done');
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { lines, left, changedMeanwhile, againHref } = outcome;
  const when = (at: number) => formatNearMoment(at, style);
  return (
    <section aria-labelledby="done" className="mt-8 grid max-w-text gap-4">
      <h2 id="done" ref={heading} tabIndex={-1} className="ring-none text-h1">
        {t('title', { seat: seatName })}
      </h2>
      {lines.length > 0 && <DoneLines lines={lines} />}
      {changedMeanwhile > 0 && (
        <Notice kind="info">{t('changedMeanwhile', { count: changedMeanwhile })}</Notice>
      )}
      {left.length > 0 && (
        <Notice
          kind="warn"
          title={t('left', { count: left.length })}
          action={
            <ButtonLink look="secondary" href={againHref}>
              {t('again')}
            </ButtonLink>
          }
        >
          {left.map(({ citizenName, startAt }) => `${citizenName}, ${when(startAt)}`).join('; ')}
        </Notice>
      )}
      <p>
        <ButtonLink look="secondary" href="/seat/absence">
          {t('another')}
        </ButtonLink>
      </p>
    </section>
  );
}
