'use client';

import { useTranslations } from 'next-intl';
import { minutesToRemindOf } from '#journey/availability.ts';
import type { SeatView } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCirclePause } from '#shared/ui/icons/circle-pause.ts';
import { iconCirclePlay } from '#shared/ui/icons/circle-play.ts';
import type { AvailabilityChoice } from './use-availability.ts';

/** A pause that has become long while people wait. It changes nothing by itself. */
export function PauseReminder({
  view,
  now,
  choice,
}: {
  view: SeatView;
  now: number;
  choice: AvailabilityChoice;
}) {
  const t = useTranslations('availability.reminder');
  const waiting = view.entries.filter(({ state }) => state === 'waiting').length;
  const minutes = minutesToRemindOf(view.availability, waiting, now);
  return (
    <div role="status" className="print:hidden">
      {minutes !== null && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-warn-tint px-4 py-2">
          <Icon shape={iconCirclePause} className="text-warn" />
          <p className="min-w-0 flex-1">
            <b>{t('title', { minutes })}</b> {t('text', { count: waiting })}
          </p>
          <Button icon={iconCirclePlay} onClick={() => choice.set({ state: 'open' })}>
            {t('action')}
          </Button>
        </div>
      )}
    </div>
  );
}
