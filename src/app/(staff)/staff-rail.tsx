import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo, type StaffAction } from '#journey/permissions.ts';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconChartColumn } from '#shared/ui/icons/chart-column.ts';
import { iconPanelsTopLeft } from '#shared/ui/icons/panels-top-left.ts';
import { iconSettings2 } from '#shared/ui/icons/settings-2.ts';
import type { RailItem } from '#shared/ui/seat-shell.tsx';
import { SignOffButton } from './sign-off-button.tsx';

export type StaffPage = 'seat' | 'book' | 'absence' | 'insights' | 'admin';

export type StaffRail = {
  readonly label: string;
  readonly items: readonly RailItem[];
  readonly lastItems: readonly RailItem[];
  readonly end: ReactNode;
};

/** The rail of every page of staff: only the parts that this person may use. */
export async function readStaffRail(actor: StaffActor | null, current: StaffPage): Promise<StaffRail> {
  const t = await getTranslations('staff.shell');
  const seat = { href: '/seat', text: t('seat'), icon: iconPanelsTopLeft, current: current === 'seat' };
  const book = { href: '/seat/book', text: t('book'), icon: iconCalendarPlus, current: current === 'book' };
  const absence = {
    href: '/seat/absence',
    text: t('absence'),
    icon: iconCalendarX,
    current: current === 'absence',
  };
  const insights = {
    href: '/insights',
    text: t('insights'),
    icon: iconChartColumn,
    current: current === 'insights',
  };
  const admin = { href: '/admin', text: t('admin'), icon: iconSettings2, current: current === 'admin' };
  const may = (action: StaffAction) => actor !== null && mayDo(actor, action);
  const mayBeAbsent = may('planAnyAbsence') || may('planOwnAbsence');
  return {
    label: t('navigation'),
    items: [
      ...(may('workAtSeat') ? [seat] : []),
      ...(may('bookForCitizen') ? [book] : []),
      ...(mayBeAbsent ? [absence] : []),
    ],
    lastItems: [...(may('seeInsights') ? [insights] : []), ...(may('administer') ? [admin] : [])],
    end: actor !== null && <SignOffButton key="sign-off" text={t('signOff')} />,
  };
}
