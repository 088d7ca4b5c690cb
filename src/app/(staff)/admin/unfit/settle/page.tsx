import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UnfitPlan } from '#features/absence/ui/unfit-plan.tsx';
import { lookAtUnfit, mostUnfitAtOnce } from '#features/absence/unfit-appointments.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import type { Query } from '../../../../(citizen)/read-query.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { absenceTools } from '../../../seat/absence/absence-tools.ts';
import { plannedLine } from '../../../seat/absence/planned-line.ts';
import { AdminPage, NotForYou } from '../../admin-page.tsx';
import { currentAdministrator } from '../../current-administrator.ts';
import { readChosen } from './chosen.ts';
import { settleChosen } from './settle-chosen.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.menu'))('unfit') };
}

/** What becomes of several appointments that no longer fit, looked at before it is done. Looking is a GET; only the button changes something. */
export default async function SettleUnfitPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentAdministrator('/admin/unfit');
  const chosen = actor && (await readChosen(actor, await searchParams));
  if (actor === null || chosen === null) return <NotForYou />;
  const { id, timeZone } = await currentOrganisation();
  const [t, reader, looked, why] = await Promise.all([
    getTranslations('absence.unfit'),
    currentReader(),
    lookAtUnfit(
      absenceTools,
      actor,
      { id, timeZone },
      chosen.misfits.map(({ appointment }) => appointment.id),
    ),
    getTranslations('admin.reasons'),
  ]);
  const reasons = new Map(chosen.misfits.map(({ appointment, reason }) => [appointment.id, reason]));
  const plans = looked.ok ? looked.value : [];
  return (
    <AdminPage section="unfit" title={t('title', { count: plans.length })}>
      {plans.length === 0 ? (
        <EmptyState title={t('none')}>
          <a href={chosen.backHref}>{t('back')}</a>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 max-w-text text-ink-2">{t('lead')}</p>
          {chosen.hasMore && (
            <Notice kind="info" className="mb-4">
              {t('most', { count: mostUnfitAtOnce })}
            </Notice>
          )}
          <ClientMessages namespaces={['absence', 'common']}>
            <UnfitPlan
              lines={plans.map((plan) => {
                const reason = reasons.get(plan.facts.id);
                return { ...plannedLine(plan, reader), ...(reason && { why: why(`${reason}`) }) };
              })}
              backHref={chosen.backHref}
              action={settleChosen}
            />
          </ClientMessages>
        </>
      )}
    </AdminPage>
  );
}
