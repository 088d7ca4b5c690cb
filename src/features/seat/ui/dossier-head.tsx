'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';
import type { SeatEntry } from '#journey/live-views.ts';
import { formatClock, formatDay, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { FactList } from '#shared/ui/fact-list.tsx';
import type { HintMarkProps } from '#shared/ui/hint-mark.tsx';
import type { IconShape } from '#shared/ui/icon-shape.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { iconGauge } from '#shared/ui/icons/gauge.ts';
import { iconGlobe } from '#shared/ui/icons/globe.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { PresenceDot } from '#shared/ui/presence-mark.tsx';
import { useMark } from './message-glyph.tsx';
import { useLocalized, useMomentStyle, useNameOf } from './seat-place.tsx';

export const channelIcons: Record<SeatEntry['channel'], IconShape> = {
  video: iconVideo,
  phone: iconPhone,
  chat: iconMessageSquare,
  counter: iconUserRound,
};

export type DossierHeadProps = {
  readonly entry: SeatEntry;
  readonly now: number;
  readonly isNext: boolean;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** Beside the name: a way to close it. */
  readonly end?: ReactNode;
};

/** Whose dossier this is, and the facts that one wants to know first. */
export function DossierHead({ entry, now, isNext, headingRef, end }: DossierHeadProps) {
  const t = useTranslations('seat.dossier');
  const localized = useLocalized();
  const nameOf = useNameOf();
  const style = useMomentStyle();
  const isToday = formatDay(entry.startAt, style) === formatDay(now, style);
  const from = isToday ? formatClock(entry.startAt, style) : formatNearMoment(entry.startAt, style);
  const until = formatClock(entry.endAt, style);
  const mark = useMark()(entry);
  return (
    <div>
      {isNext && (
        <p className="flex items-center gap-2.5 text-ink-2">
          <PresenceDot presence="next" />
          {t('next')}
        </p>
      )}
      <div className="flex items-start gap-3">
        <h2
          ref={headingRef}
          tabIndex={-1}
          className="ring-inside min-w-0 flex-1 rounded-sm text-h1 wrap-anywhere"
        >
          {nameOf(entry)}
        </h2>
        {end}
      </div>
      <FactList
        look="line"
        className="mt-1.5"
        facts={[
          { icon: iconFileText, term: t('facts.service'), detail: entry.services.map(localized).join(', ') },
          { icon: iconClock4, term: t('facts.time'), detail: t('timeRange', { from, until }) },
          {
            icon: channelIcons[entry.channel],
            term: t('facts.channel'),
            detail: t(`channels.${entry.channel}`),
          },
          // Whether they know of it, of whatever day it is.
          ...(mark === null
            ? []
            : [{ icon: mark.icon, term: t('facts.messages'), detail: <Told {...mark} /> }]),
          { icon: iconGlobe, term: t('facts.language'), detail: t(`languages.${entry.language}`) },
          // Nobody tests a camera for a call or a visit.
          ...(entry.channel === 'video' || entry.deviceTest !== null
            ? [
                {
                  icon: iconGauge,
                  term: t('facts.deviceTest'),
                  detail: t(`deviceTests.${entry.deviceTest ?? 'none'}`),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

const tones = { ok: '', quiet: '', warn: 'text-warn', danger: 'text-danger' } as const;

function Told({ text, tone = 'quiet', warning }: HintMarkProps) {
  return <span className={tones[warning ? 'warn' : tone]}>{text}</span>;
}
