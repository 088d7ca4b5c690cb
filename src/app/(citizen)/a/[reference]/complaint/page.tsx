import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ComplaintForm } from '#features/complaints/ui/complaint-form.tsx';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Band } from '#shared/ui/band.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { currentKnownVisit } from '../../../../current-visit.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { sendComplaint } from './send-complaint.ts';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ made?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('complaint'))('title') };
}

/** Where somebody says what they are not content with, and reads which other ways there are. */
export default async function ComplaintPage({ params, searchParams }: Props) {
  const [{ reference }, { made }, t, organisation, { say }] = await Promise.all([
    params,
    searchParams,
    getTranslations('complaint'),
    currentOrganisation(),
    currentReader(),
  ]);
  const home = `/a/${encodeURIComponent(reference)}`;
  // Who holds no visit reads on the appointment's own page what to do.
  if ((await currentKnownVisit(reference)) === null) redirect(home);
  const ways = organisation.complaintWays;
  return (
    <CitizenPage path={`${home}/complaint`}>
      <Band
        title={t('title')}
        lead={t('lead', { name: organisation.name })}
        back={{ href: home, text: t('back') }}
      />
      <Columns
        aside={
          <Card>
            <h2>{t('ways')}</h2>
            <p className="mt-2">{t('byPhone', { name: organisation.name, phone: organisation.phone })}</p>
            {ways !== null && <p className="mt-2 wrap-anywhere whitespace-pre-line">{say(ways)}</p>}
          </Card>
        }
      >
        {made === undefined ? (
          <ClientMessages namespaces={['complaint']}>
            <ComplaintForm action={sendComplaint.bind(null, reference)} submissionKey={randomUUID()} />
          </ClientMessages>
        ) : (
          <Notice kind="ok" role="status" heading="h2" title={t('made.title')}>
            {t('made.text')}
          </Notice>
        )}
      </Columns>
    </CitizenPage>
  );
}
