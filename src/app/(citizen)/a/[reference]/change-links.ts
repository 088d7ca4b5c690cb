import { getTranslations } from 'next-intl/server';
import { lookAtEarlierTimes } from '#features/changes/ask-earlier-time.ts';
import { channelsOf } from '#features/changes/channels-of.ts';
import type { PageLink } from '#features/waiting-room/ui/reader.ts';
import { iconCalendarClock } from '#shared/ui/icons/calendar-clock.ts';
import { iconCalendarDays } from '#shared/ui/icons/calendar-days.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { iconRefreshCw } from '#shared/ui/icons/refresh-cw.ts';
import { clock } from '../../../../wiring.ts';
import { currentChange, homeOf } from './current-change.ts';

/** What somebody can change from the appointment's own page. */
export type Changes = {
  readonly links: readonly PageLink[];
  /** An earlier time that is kept at this moment. */
  readonly offer: { readonly startAt: number; readonly expiresAt: number } | null;
};

const nothing: Changes = { links: [], offer: null };

/** The ways to change the appointment in this browser; none for a companion, nor when it is too late. */
export async function readChanges(reference: string): Promise<Changes> {
  const change = await currentChange(reference);
  if (change === null || change.may !== 'change') return nothing;
  const { actor, appointment } = change;
  const [earlier, t, visit] = await Promise.all([
    lookAtEarlierTimes({ clock }, actor, appointment.id),
    getTranslations('changes.links'),
    getTranslations('visit'),
  ]);
  const home = homeOf(reference);
  const cancel = { href: `${home}/cancel`, icon: iconCalendarX };
  // Who came without appointment has no time to change.
  if (appointment.seatId === null) return { offer: null, links: [{ ...cancel, text: visit('stopWaiting') }] };
  const isInLine = earlier !== null && earlier.before !== null;
  return {
    offer: earlier?.offer ?? null,
    links: [
      { href: `${home}/move`, text: t('move'), icon: iconCalendarDays },
      ...(earlier?.mayAsk
        ? [
            {
              href: `${home}/earlier`,
              text: isInLine ? t('inLine') : t('earlier'),
              icon: isInLine ? iconHourglass : iconCalendarClock,
            },
          ]
        : []),
      ...(channelsOf(appointment).some((channel) => channel !== appointment.channel)
        ? [{ href: `${home}/channel`, text: t('channel'), icon: iconRefreshCw }]
        : []),
      { ...cancel, text: visit('cancel') },
    ],
  };
}
