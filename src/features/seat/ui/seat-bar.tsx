'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { SeatView } from '#journey/live-views.ts';
import { formatClock } from '#shared/i18n/format-moment.ts';
import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconBellRing } from '#shared/ui/icons/bell-ring.ts';
import { BarLine } from '#shared/ui/seat-shell.tsx';
import { AvailabilityControl } from './availability-control.tsx';
import { KeyHint } from './key-hint.tsx';
import { useLocalized, useMomentStyle, useSeatPlace } from './seat-place.tsx';
import type { AvailabilityChoice } from './use-availability.ts';

/** Left in the bar: which seat, of which team, and whether it receives people. */
export function SeatBarStart({
  view,
  now,
  availability,
  changeHref,
}: {
  view: SeatView;
  now: number;
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
      <AvailabilityControl view={view} now={now} choice={availability} />
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
  readonly onAlerts: () => void;
  readonly onHelp: () => void;
  /** Choices that belong to every page of staff: language, light or dark. */
  readonly choices: ReactNode;
};

/** Right in the bar: alerts, choices, keys, who, what time. */
export function SeatBarEnd({ now, onAlerts, onHelp, choices }: SeatBarEndProps) {
  const t = useTranslations('seat.bar');
  const alerts = useTranslations('seatAlerts');
  const keys = useShortcutKeys();
  const style = useMomentStyle();
  const { clerkName } = useSeatPlace();
  return (
    <>
      <IconButton edged icon={iconBellRing} label={alerts('button')} onClick={onAlerts} />
      {choices}
      <button
        type="button"
        onClick={onHelp}
        aria-keyshortcuts={keys.help ?? undefined}
        className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-ground"
      >
        <span className="max-sm:sr-only">{t('shortcuts')}</span>
        <KeyHint action="help" />
      </button>
      <BarLine />
      <span className="mr-2 max-sm:sr-only">{clerkName}</span>
      <b className="text-[1.125rem]">{formatClock(now, style)}</b>
    </>
  );
}
