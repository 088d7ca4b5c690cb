import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ListedComplaint } from '#features/complaints/complaints.data.ts';
import { listReports } from '#features/complaints/list-reports.ts';
import { listComplaints } from '#features/complaints/make-complaint.ts';
import type { ListedReport } from '#features/complaints/reports.data.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { StaffShell } from '../../staff-shell.tsx';
import { InsightsTabs } from '../insights-tabs.tsx';
import { sendSettled } from './send-settled.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('conduct.supervisor'))('title') };
}

/** What citizens complain of, and what clerks reported of conversations that could not go on, for supervisors. */
export default async function ConductPage() {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/insights/conduct');
  const [t, reports, complaints, { name }] = await Promise.all([
    getTranslations('conduct.supervisor'),
    listReports(actor),
    listComplaints(actor),
    currentOrganisation(),
  ]);
  return (
    <StaffShell current="insights">
      <SeatPage over={name} title={t('title')}>
        {reports === null || complaints === null ? (
          <Notice kind="warn" title={t('forbidden')} />
        ) : (
          <>
            <InsightsTabs current="conduct" />
            <h2 className="text-h2">{t('complaints')}</h2>
            {complaints.length === 0 ? (
              <EmptyState title={t('noComplaints')} />
            ) : (
              <ul aria-label={t('complaints')} className="mt-3 grid rounded-lg bg-surface">
                {complaints.map((complaint) => (
                  <ComplaintLine key={complaint.id} complaint={complaint} />
                ))}
              </ul>
            )}
            <h2 className="mt-8 text-h2">{t('reports')}</h2>
            {reports.length === 0 ? (
              <EmptyState title={t('none')} />
            ) : (
              <ul aria-label={t('reports')} className="mt-3 grid rounded-lg bg-surface">
                {reports.map((report) => (
                  <ReportLine key={report.id} report={report} />
                ))}
              </ul>
            )}
          </>
        )}
      </SeatPage>
    </StaffShell>
  );
}

async function ReportLine({ report }: { report: ListedReport }) {
  const [t, kinds, { say, style }] = await Promise.all([
    getTranslations('conduct.supervisor'),
    getTranslations('conduct.seat.kinds'),
    currentReader(),
  ]);
  const { kind, words, at, clerkName, teamName, citizenName, reference } = report;
  return (
    <li className="border-b border-line px-4 py-4 last:border-0">
      <h3 className="text-[1.0625rem] leading-6 wrap-anywhere">
        {kinds(kind)}: {citizenName} <span className="code font-normal text-ink-2">{reference}</span>
      </h3>
      <p className="mt-1 max-w-text wrap-anywhere whitespace-pre-line">{words}</p>
      <p className="mt-1 text-small text-ink-2">
        {t('by', { clerk: clerkName, team: say(teamName), moment: formatNearMoment(at, style) })}
      </p>
    </li>
  );
}

async function ComplaintLine({ complaint }: { complaint: ListedComplaint }) {
  const [t, subjects, { say, style }] = await Promise.all([
    getTranslations('conduct.supervisor'),
    getTranslations('complaint.subjects'),
    currentReader(),
  ]);
  const { id, subject, words, contact, reference, teamName, clerkName, madeAt, isSettled } = complaint;
  const about = [clerkName, say(teamName)].filter((each) => each !== null).join(', ');
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line px-4 py-4 last:border-0">
      <div className="min-w-0 flex-1">
        <h3 className="text-[1.0625rem] leading-6 wrap-anywhere">
          {subjects(subject)} <span className="code font-normal text-ink-2">{reference}</span>
        </h3>
        <p className="mt-1 max-w-text wrap-anywhere whitespace-pre-line">{words}</p>
        <p className="mt-1 wrap-anywhere">{contact === null ? t('noContact') : t('contact', { contact })}</p>
        <p className="mt-1 text-small text-ink-2">
          {t('about', { about, moment: formatNearMoment(madeAt, style) })}
        </p>
      </div>
      {isSettled ? (
        <p className="text-small text-ink-2">{t('settled')}</p>
      ) : (
        <form action={sendSettled}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="secondary" busyText={t('busy')}>
            {t('settle')} <span className="sr-only">{reference}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  );
}
