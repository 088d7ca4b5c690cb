'use client';

import { useTranslations } from 'next-intl';
import type { SeatView } from '#journey/live-views.ts';
import { formatClock } from '#shared/i18n/format-moment.ts';
import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import { Button } from '#shared/ui/button.tsx';
import { iconCirclePause } from '#shared/ui/icons/circle-pause.ts';
import { iconCirclePlay } from '#shared/ui/icons/circle-play.ts';
import { iconClockExclamationPoint } from '#shared/ui/icons/clock-exclamation-point.ts';
import { iconCoffee } from '#shared/ui/icons/coffee.ts';
import { iconEllipsis } from '#shared/ui/icons/ellipsis.ts';
import { iconLogOut } from '#shared/ui/icons/log-out.ts';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';
import { iconTriangleExclamationPoint } from '#shared/ui/icons/triangle-exclamation-point.ts';
import { Menu } from '#shared/ui/menu.tsx';
import { PresenceMark } from '#shared/ui/presence-mark.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { useAvailabilityWords } from './availability-words.ts';
import { overtimeMinutesOf } from './overtime.ts';
import { useMomentStyle } from './seat-place.tsx';
import type { AvailabilityChoice } from './use-availability.ts';

type Props = { readonly view: SeatView; readonly now: number; readonly choice: AvailabilityChoice };

/** In the bar: what this seat is doing, one button to pause and to open again, and the other choices. */
export function AvailabilityControl({ view, now, choice }: Props) {
  const t = useTranslations('availability');
  const style = useMomentStyle();
  const { availability, current } = view;
  const { presence, text } = useAvailabilityWords()(availability, current !== null);
  const isOpen = availability.state === 'open';
  const keys = useShortcutKeys().availability;
  const overtime = overtimeMinutesOf(view, now);
  const state = isOpen ? text : t('since', { state: text, time: formatClock(availability.since, style) });
  return (
    <>
      <span role="status">
        {overtime > 0 ? (
          <Tag tone="warn" icon={iconClockExclamationPoint}>
            {t('over', { state, minutes: overtime })}
          </Tag>
        ) : (
          <PresenceMark presence={presence}>{state}</PresenceMark>
        )}
      </span>
      <span className="flex gap-1">
        <Button
          look={isOpen ? 'secondary' : 'primary'}
          icon={isOpen ? iconCirclePause : iconCirclePlay}
          aria-keyshortcuts={keys ?? undefined}
          onClick={choice.toggle}
        >
          {isOpen ? t('pause') : t('reopen')}
        </Button>
        <Choices choice={choice} />
      </span>
      <span role="alert" className="text-small text-danger empty:hidden">
        {choice.failed && t('failed')}
      </span>
    </>
  );
}

function Choices({ choice }: Pick<Props, 'choice'>) {
  const t = useTranslations('availability');
  const entries = [
    { id: 'open', text: t('open'), detail: t('openDetail'), icon: iconCirclePlay },
    { id: 'break', text: t('reasons.break'), icon: iconCoffee },
    { id: 'administration', text: t('reasons.administration'), icon: iconPenLine },
    { id: 'technical', text: t('reasons.technical'), icon: iconTriangleExclamationPoint },
    { id: 'other', text: t('reasons.other'), detail: t('otherDetail'), icon: iconEllipsis },
    { id: 'closed', text: t('close'), detail: t('closeDetail'), icon: iconLogOut },
  ] as const;
  const choose = (id: string) => {
    const entry = entries.find((each) => each.id === id);
    if (entry !== undefined) choice.choose(entry.id);
  };
  return <Menu label={t('choices')} icon={iconEllipsis} iconOnly entries={entries} onChoose={choose} />;
}
