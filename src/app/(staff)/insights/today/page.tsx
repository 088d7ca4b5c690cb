import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readToday } from '#features/insights/read-today.ts';
import { TodayBoard } from '#features/insights/ui/today-board.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { clock } from '../../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { staffHome } from '../../staff-home.ts';
import { StaffShell } from '../../staff-shell.tsx';
import { InsightsTabs } from '../insights-tabs.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

/** How the day runs, for supervisors. */
export default async function TodayPage() {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/insights/today');
  const { name, timeZone, formOfAddress } = await currentOrganisation();
  const view = await readToday(clock, actor, timeZone);
  const t = await getTranslations('today');
  const insights = await getTranslations('insights');
  if (view === null) {
    const home = await staffHome(actor);
    return (
      <StaffShell current="insights">
        <SeatPage title={t('title')}>
          <Notice kind="warn" title={insights('forbidden.title')}>
            {insights('forbidden.text')} {home && <a href={home.href}>{home.text}</a>}
          </Notice>
        </SeatPage>
      </StaffShell>
    );
  }
  const counted = (await getTranslations('availability'))('counted');
  return (
    <StaffShell current="insights">
      <SeatPage over={name} title={t('title')}>
        <InsightsTabs current="today" />
        <p className="max-w-text text-ink-2">{counted}</p>
        <ClientMessages namespaces={['today']}>
          <TodayBoard initial={view} formOfAddress={formOfAddress} />
        </ClientMessages>
      </SeatPage>
    </StaffShell>
  );
}
