import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { DeviceTest } from '#features/device-test/ui/device-test.tsx';
import { NeedLink } from '#features/waiting-room/ui/closed-door.tsx';
import { findVisitPage } from '#features/waiting-room/visit-page.data.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { formatDay } from '#shared/i18n/format-moment.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { currentVisit } from '../../../../current-visit.ts';
import { CitizenPage } from '../../../citizen-page.tsx';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deviceTest');
  return { title: t('place') };
}

/** The test for an appointment: its result is kept, and the seat sees it. */
export default async function AppointmentTestPage({ params }: Props) {
  const { reference } = await params;
  const [actor, organisation, reader, t] = await Promise.all([
    currentVisit(reference),
    currentOrganisation(),
    currentReader(),
    getTranslations('deviceTest'),
  ]);
  const path = `/a/${encodeURIComponent(reference)}/test`;
  if (actor === null) {
    return (
      <CitizenPage path={path}>
        <NeedLink />
      </CitizenPage>
    );
  }
  const page = await withOrganisation(organisation.id, (scope) => findVisitPage(scope, actor));
  return (
    <CitizenPage path={path} place={t('place')}>
      <ClientMessages namespaces={['deviceTest', 'media']}>
        <DeviceTest
          reference={page.reference}
          isKept={actor.role === 'citizen'}
          day={formatDay(page.startAt, reader.style)}
          organisationName={organisation.name}
          phone={organisation.phone}
        />
      </ClientMessages>
    </CitizenPage>
  );
}
