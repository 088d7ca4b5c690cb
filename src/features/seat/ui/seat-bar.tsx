'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { SeatView } from '#journey/live-views.ts';
import { formatClock } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { iconBellOff, iconBellRing, iconMonitor, iconVolume2, iconVolumeX } from '#shared/ui/icon-shapes.ts';
import { Kbd } from '#shared/ui/kbd.tsx';
import { Menu } from '#shared/ui/menu.tsx';
import { BarLine } from '#shared/ui/seat-shell.tsx';
import { AvailabilityControl } from './availability-control.tsx';
import { useLocalized, useMomentStyle, useSeatPlace } from './seat-place.tsx';
import type { AlertChoices } from './use-arrivals.ts';
import type { AvailabilityChoice } from './use-availability.ts';

/** Left in the bar: which seat, of which team, and whether it receives people. */
export function SeatBarStart({
  view,
  availability,
  changeHref,
}: {
  view: SeatView;
  availability: AvailabilityChoice;
  changeHref: string;
}) {
  const t = useTranslations('seat.bar');
  const localized = useLocalized();
  const { seatName } = useSeatPlace();
  const isSpeaking = view.current !== null;
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <b>{seatName}</b>
        <span className="text-ink-2">{localized(view.team.name)}</span>
      </span>
      <BarLine />
      <AvailabilityControl view={view} choice={availability} />
      {!isSpeaking && (
        <ButtonLink look="underlined" href={changeHref}>
          {t('change')}
        </ButtonLink>
      )}
    </>
  );
}

export type SeatBarEndProps = {
  readonly now: number;
  readonly alerts: AlertChoices;
  readonly onAlertsChange: (choices: AlertChoices) => void;
  readonly onHelp: () => void;
  /** Choices that belong to every page of staff: language, light or dark. */
  readonly choices: ReactNode;
};

/** Right in the bar: alerts, choices, keys, who, what time. */
export function SeatBarEnd({ now, alerts, onAlertsChange, onHelp, choices }: SeatBarEndProps) {
  const t = useTranslations('seat.bar');
  const keys = useTranslations('seat.keys');
  const style = useMomentStyle();
  const { clerkName } = useSeatPlace();
  return (
    <>
      <AlertsMenu alerts={alerts} onChange={onAlertsChange} />
      {choices}
      <button
        type="button"
        onClick={onHelp}
        aria-keyshortcuts="Control+/"
        className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-ground"
      >
        <span className="max-sm:sr-only">{t('shortcuts')}</span>
        <Kbd>{keys('ctrl')} /</Kbd>
      </button>
      <BarLine />
      <span className="mr-2 max-sm:sr-only">{clerkName}</span>
      <b className="text-[1.125rem]">{formatClock(now, style)}</b>
    </>
  );
}

function AlertsMenu({
  alerts,
  onChange,
}: {
  alerts: AlertChoices;
  onChange: (choices: AlertChoices) => void;
}) {
  const t = useTranslations('seat.alerts');
  const [refused, setRefused] = useState(false);
  const { sound, desktop } = alerts;
  const choose = async (id: string) => {
    if (id === 'sound') return onChange({ ...alerts, sound: !sound });
    const allowed = desktop || (await Notification.requestPermission()) === 'granted';
    setRefused(!allowed);
    if (allowed) onChange({ ...alerts, desktop: !desktop });
  };
  return (
    <>
      <Menu
        label={t('label')}
        icon={sound || desktop ? iconBellRing : iconBellOff}
        iconOnly
        entries={[
          {
            id: 'sound',
            text: sound ? t('soundOff') : t('soundOn'),
            detail: t('soundDetail'),
            icon: sound ? iconVolumeX : iconVolume2,
          },
          {
            id: 'desktop',
            text: desktop ? t('desktopOff') : t('desktopOn'),
            detail: t('desktopDetail'),
            icon: iconMonitor,
          },
        ]}
        onChoose={(id) => void choose(id)}
      />
      <span role="status" className="max-w-80 text-small text-warn empty:hidden">
        {refused && t('desktopRefused')}
      </span>
    </>
  );
}
