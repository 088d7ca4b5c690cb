import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DroppedFile } from '#shared/ui/dropped-file.tsx';
import { SeatShell } from '#shared/ui/seat-shell.tsx';
import { currentOrganisation, currentStaff } from '../current-request.ts';
import { StaffChoices } from './staff-choices.tsx';
import { readStaffRail, type StaffPage } from './staff-rail.tsx';

type StaffShellProps = {
  current: StaffPage;
  barStart?: ReactNode;
  /** Before the choices that every page has. */
  barEnd?: ReactNode;
  children: ReactNode;
};

/** The furniture around every page of staff but the seat itself, which is live. */
export async function StaffShell({ current, barStart, barEnd, children }: StaffShellProps) {
  const actor = await currentStaff();
  const [rail, organisation, t, dropped] = await Promise.all([
    readStaffRail(actor, current),
    currentOrganisation(),
    getTranslations('staff.shell'),
    getTranslations('seat.dropped'),
  ]);
  return (
    <SeatShell
      skipText={t('skip')}
      organisationName={organisation.name}
      homeHref="/"
      railLabel={rail.label}
      items={rail.items}
      lastItems={rail.lastItems}
      railEnd={rail.end}
      barStart={barStart ?? <b>{organisation.name}</b>}
      barEnd={
        <>
          {barEnd}
          <StaffChoices path={pathOf(current)} />
          {actor !== null && <span className="ml-2">{actor.name}</span>}
        </>
      }
    >
      {children}
      <DroppedFile title={dropped('title')} text={dropped('text')} closeText={dropped('close')} />
    </SeatShell>
  );
}

/** What belongs to the seat lies under it. */
function pathOf(page: StaffPage): string {
  return page === 'book' || page === 'absence' ? `/seat/${page}` : `/${page}`;
}
