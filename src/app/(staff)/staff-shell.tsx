import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { mayDo } from '#journey/permissions.ts';
import { iconChartColumn, iconPanelsTopLeft } from '#shared/ui/icon-shapes.ts';
import { type RailItem, SeatShell } from '#shared/ui/seat-shell.tsx';
import { currentOrganisation, currentStaff } from '../current-request.ts';

type StaffShellProps = {
  current: 'seat' | 'insights';
  barStart?: ReactNode;
  barEnd?: ReactNode;
  children: ReactNode;
};

/** The furniture around every page of staff: only the parts that this person may use. */
export async function StaffShell({ current, barStart, barEnd, children }: StaffShellProps) {
  const [actor, organisation, t] = await Promise.all([
    currentStaff(),
    currentOrganisation(),
    getTranslations('staff.shell'),
  ]);
  const items: RailItem[] = [];
  const lastItems: RailItem[] = [];
  if (actor !== null && mayDo(actor, 'workAtSeat')) {
    items.push({ href: '/seat', text: t('seat'), icon: iconPanelsTopLeft, current: current === 'seat' });
  }
  if (actor !== null && mayDo(actor, 'seeInsights')) {
    lastItems.push({
      href: '/insights',
      text: t('insights'),
      icon: iconChartColumn,
      current: current === 'insights',
    });
  }
  return (
    <SeatShell
      skipText={t('skip')}
      organisationName={organisation.name}
      homeHref="/"
      railLabel={t('navigation')}
      items={items}
      lastItems={lastItems}
      barStart={barStart}
      barEnd={barEnd}
    >
      {children}
    </SeatShell>
  );
}
